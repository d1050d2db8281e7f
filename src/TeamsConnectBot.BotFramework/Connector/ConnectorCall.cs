using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>The target and the retry safety of a connector request (REST API 3.1), read from the SDK client's HTTP request.</summary>
/// <param name="Conversation">The key of the per-conversation rate limit.</param>
/// <param name="IsIdempotent">Whether sending it twice has the effect of sending it once, so that a timeout can be retried.</param>
/// <param name="IsAboutActivity">Whether its URL names one message.</param>
internal sealed record ConnectorCall(string Conversation, bool IsIdempotent, bool IsAboutActivity = false)
{
    private const string Root = "/v3/";

    public static async ValueTask<ConnectorCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isPost = request.Method == HttpMethod.Post;
        var path = request.RequestUri!.AbsolutePath;
        var start = path.IndexOf(Root, StringComparison.Ordinal);
        return (start < 0 ? [path] : path[(start + Root.Length)..].Split('/')) switch
        {
            ["conversations"] when isPost => ForCreate(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            ["conversations", var id, "activities", _] => new(id, !isPost, IsAboutActivity: true),
            [_, var id, ..] => new(id, !isPost),
            _ => new(path, !isPost),
        };
    }

    /// <summary>
    /// Creating a personal chat is idempotent, because Teams always returns the same conversation for a person. Creating a post in a
    /// channel is not: if it is sent twice, it appears twice.
    /// </summary>
    private static ConnectorCall ForCreate(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (root.TryGetProperty("members", out var members) && !root.TryGetProperty("activity", out _))
        {
            return new(members[0].GetProperty("id").GetString()!, IsIdempotent: true);
        }

        return root.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var channel)
            ? new(channel.GetProperty("id").GetString()!, IsIdempotent: false)
            : new("", IsIdempotent: false);
    }
}
