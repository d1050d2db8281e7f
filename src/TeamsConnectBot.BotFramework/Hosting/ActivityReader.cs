using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Reads an activity from a request and checks that what everything else relies on is there.</summary>
internal static class ActivityReader
{
    public const int MaxBytes = 256 * 1024;

    public static async ValueTask<(Activity? Activity, BotProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Also what keeps a web page from posting here from a developer's browser: JSON needs a preflight.
        if (!request.HasJsonContentType()) return (null, BotProblem.NotJson);
        if (!IsUtf8(request)) return (null, BotProblem.NotUtf8);
        if (IsEncoded(request)) return (null, BotProblem.Encoded);
        if (request.ContentLength > MaxBytes) return (null, BotProblem.TooLarge);

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBytes) return (null, BotProblem.TooLarge);
            body.Write(buffer, 0, read);
        }

        return Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    internal static (Activity? Activity, BotProblem? Problem) Parse(ReadOnlySpan<byte> json)
    {
        Activity? activity;
        try
        {
            var start = json.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            activity = JsonSerializer.Deserialize<Activity>(json[start..], BotJson.Options);
        }
        catch (JsonException e)
        {
            return (null, BotProblem.Malformed(Field(e.Path)));
        }

        if (activity is null) return (null, BotProblem.Malformed(null));
        return MissingField(activity) is { } field ? (null, BotProblem.Missing(field)) : (ActivityNulls.Drop(activity), null);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static bool IsUtf8(HttpRequest request)
    {
        var charset = HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType?.Charset ?? default);
        return StringSegment.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsEncoded(HttpRequest request) => request.Headers.ContentEncoding
        .Any(encoding => !string.IsNullOrWhiteSpace(encoding) && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static string? MissingField(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.Type)) return "type";
        if (string.IsNullOrWhiteSpace(activity.ChannelId)) return "channelId";
        if (string.IsNullOrWhiteSpace(activity.ServiceUrl)) return "serviceUrl";
        if (string.IsNullOrWhiteSpace(activity.Conversation?.Id)) return "conversation.id";
        return string.IsNullOrWhiteSpace(activity.From?.Id) ? "from.id" : null;
    }

    /// <summary><c>$.from.id</c> as <c>from.id</c>; null for the whole document.</summary>
    private static string? Field(string? path) => path is { Length: > 2 } && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
}
