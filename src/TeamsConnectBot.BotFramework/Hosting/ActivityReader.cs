using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Hosting;

/// <summary>Reads an activity from a request and checks that the fields everything else relies on are present.</summary>
internal static class ActivityReader
{
    public const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async ValueTask<(Activity? Activity, BotProblem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        // Requiring JSON also keeps a web page in a developer's browser from posting here, since that needs a CORS preflight.
        var refusal = !request.HasJsonContentType() ? BotProblem.NotJson
            : !IsUtf8(request) ? BotProblem.NotUtf8
            : IsEncoded(request) ? BotProblem.Encoded
            : request.ContentLength > MaxBytes ? BotProblem.TooLarge
            : null;
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var body = new byte[(request.ContentLength ?? MaxBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes ? (null, BotProblem.TooLarge) : Parse(body.AsMemory(0, length));
    }

    internal static (Activity? Activity, BotProblem? Problem) Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        if (!IsJson(json.Span))
        {
            return (null, BotProblem.Malformed(null));
        }

        try
        {
            using var text = new StringReader(Utf8.GetString(json.Span));
            if (ActivityJson.Read<Activity>(text) is not { } activity)
            {
                return (null, BotProblem.Malformed(null));
            }

            if (MissingField(activity) is { } missing)
            {
                return (null, BotProblem.Missing(missing));
            }

            IncomingActivity.Clean(activity);
            return MalformedField(activity) is { } malformed ? (null, BotProblem.Malformed(malformed)) : (activity, null);
        }
        catch (Exception e) when (e is DecoderFallbackException or JsonReaderException or JsonSerializationException)
        {
            return (null, BotProblem.Malformed((e as JsonReaderException)?.Path ?? (e as JsonSerializationException)?.Path));
        }
    }

    private static bool IsUtf8(HttpRequest request)
    {
        var charset = HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType?.Charset ?? default);
        return StringSegment.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsEncoded(HttpRequest request) => request.Headers.ContentEncoding
        .Any(encoding => !string.IsNullOrWhiteSpace(encoding) && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static string? MissingField(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Type) ? "type"
        : string.IsNullOrWhiteSpace(activity.ChannelId) ? "channelId"
        : string.IsNullOrWhiteSpace(activity.ServiceUrl) ? "serviceUrl"
        : string.IsNullOrWhiteSpace(activity.Conversation?.Id) ? "conversation.id"
        : string.IsNullOrWhiteSpace(activity.From?.Id) ? "from.id"
        : null;

    /// <summary>
    /// A field that the SDK would parse only when the bot asks for it, and then throw. Checked here, it is reported as the sender's
    /// mistake.
    /// </summary>
    private static string? MalformedField(Activity activity)
    {
        if (activity.ChannelData is not null && !activity.TryGetChannelData<TeamsChannelData>(out _))
        {
            return "channelData";
        }

        var untyped = activity.Attachments?.ToList().FindIndex(attachment => attachment.ContentType is null);
        if (untyped >= 0)
        {
            return $"attachments[{untyped}].contentType";
        }

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
    /// Whether it is strictly valid JSON, including the text in it: the SDK's parser accepts comments, single quotes and lone surrogates.
    /// </summary>
    private static bool IsJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
