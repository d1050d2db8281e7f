using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;
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

        return Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    internal static (Activity? Activity, BotProblem? Problem) Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(ByteOrderMark)) json = json[ByteOrderMark.Length..];
        if (!IsJson(json.Span)) return (null, BotProblem.Malformed(null));

        try
        {
            using var text = new StreamReader(new MemoryStream(json.ToArray()), Utf8);
            if (ActivityJson.Read<Activity>(text) is not { } activity) return (null, BotProblem.Malformed(null));
            if (MissingField(activity) is { } missing) return (null, BotProblem.Missing(missing));

            IncomingActivity.Clean(activity);
            return MalformedField(activity) is { } malformed ? (null, BotProblem.Malformed(malformed)) : (activity, null);
        }
        catch (DecoderFallbackException)
        {
            return (null, BotProblem.Malformed(null));
        }
        catch (JsonReaderException e)
        {
            return (null, BotProblem.Malformed(Field(e.Path)));
        }
        catch (JsonSerializationException e)
        {
            return (null, BotProblem.Malformed(Field(e.Path)));
        }
    }

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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

    /// <summary>What the SDK reads only once the bot asks for it; here it is still the sender's mistake.</summary>
    private static string? MalformedField(Activity activity)
    {
        if (activity.ChannelData is not null && !activity.TryGetChannelData<TeamsChannelData>(out _)) return "channelData";
        for (var i = 0; i < activity.Attachments?.Count; i++)
            if (activity.Attachments[i].ContentType is null) return $"attachments[{i}].contentType";

        try
        {
            activity.GetMentions();
            return null;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return "entities";
        }
    }

    /// <summary>
    /// Whether it is JSON by the letter, also the texts in it: the SDK's reader takes comments, single quotes and half characters.
    /// </summary>
    private static bool IsJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            return true;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Field(string? path) => string.IsNullOrEmpty(path) ? null : path;
}
