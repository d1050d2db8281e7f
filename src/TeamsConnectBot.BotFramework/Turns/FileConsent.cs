using System.Text.Json;
using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// A person's answer to Teams' card that asks whether a file may be put into their OneDrive. All of it comes from their client and may be
/// forged.
/// </summary>
/// <param name="IsAllowed">Whether they allowed it.</param>
/// <param name="Context">What the card carried, as it was sent: an object, or undefined.</param>
/// <param name="MessageId">The message with the card.</param>
/// <param name="UploadUrl">Where to upload the file; null when it was declined.</param>
/// <param name="ContentUrl">Where the file is afterwards.</param>
/// <param name="Name">The name it got in OneDrive.</param>
/// <param name="UniqueId">OneDrive's id of the file.</param>
/// <param name="FileType">The name's extension.</param>
public sealed record FileConsent(
    bool IsAllowed, JsonElement Context, string? MessageId, string? UploadUrl, string? ContentUrl, string? Name, string? UniqueId,
    string? FileType)
{
    /// <summary>The answer of a turn; null when the activity is not such an answer, or makes no sense.</summary>
    public static FileConsent? Of(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var answer = turnContext.Activity.Value is { } value ? JsonElement.Parse(ActivityJson.Write(value)) : default;
        if (Text(answer, "action") is not ("accept" or "decline"))
        {
            return null;
        }

        var isAllowed = Text(answer, "action") == "accept";
        var upload = isAllowed && answer.TryGetProperty("uploadInfo", out var info) ? info : default;
        return new FileConsent(
            isAllowed,
            answer.TryGetProperty("context", out var context) && context.ValueKind is JsonValueKind.Object ? context : default,
            turnContext.Activity.ReplyToId,
            Text(upload, "uploadUrl"),
            Text(upload, "contentUrl"),
            Text(upload, "name"),
            Text(upload, "uniqueId"),
            Text(upload, "fileType"));
    }

    // Keeps the address out of logs: whoever has it may upload.
    /// <inheritdoc/>
    public override string ToString() => $"an answer about a file (allowed: {IsAllowed})";

    /// <summary>A text that the card carried; null when it is missing.</summary>
    /// <param name="key">Its name.</param>
    public string? Carried(string key) => Text(Context, key);

    private static string? Text(JsonElement element, string key) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
