using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>What one request of the connector's REST API (3.1) is about, read from the request as the SDK's client made it.</summary>
/// <param name="Conversation">What the rate limit of conversations counts by.</param>
/// <param name="IsIdempotent">Doing it twice is the same as once, so it may be sent again when no answer came.</param>
/// <param name="NamesActivity">Whether it is about one message.</param>
internal sealed record ConnectorCall(string Conversation, bool IsIdempotent, bool NamesActivity = false)
{
    private const string Root = "/v3/";

    public static async ValueTask<ConnectorCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isPost = request.Method == HttpMethod.Post;
        var path = request.RequestUri!.AbsolutePath;
        var start = path.IndexOf(Root, StringComparison.Ordinal);
        return (start < 0 ? [path] : path[(start + Root.Length)..].Split('/')) switch
        {
            ["conversations"] when isPost => OfCreating(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            ["conversations", var id, "activities", _] => new(id, !isPost, NamesActivity: true),
            [_, var id, ..] => new(id, !isPost),
            _ => new(path, !isPost),
        };
    }

    /// <summary>
    /// Teams gives the same conversation for the same person, however often it is asked. A new post in a channel, sent twice, would
    /// stand there twice.
    /// </summary>
    private static ConnectorCall OfCreating(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (root.TryGetProperty("members", out var members) && !root.TryGetProperty("activity", out _))
            return new(members[0].GetProperty("id").GetString()!, IsIdempotent: true);

        return new(
            root.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var channel)
                ? channel.GetProperty("id").GetString()!
                : "",
            IsIdempotent: false);
    }
}
