using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>
/// Files that the bot offers or shows, as in 'Send and receive files using bots' of Teams' documentation: in a person's own chat only, and
/// only when the app's manifest says that the bot supports files.
/// </summary>
internal sealed class FileAttachments(SandboxTenant tenant, SandboxOptions options)
{
    public const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";
    public const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    public IResult? Refusal(Conversation chat, JsonObject activity)
    {
        foreach (var attachment in Of(activity))
        {
            if (chat is not Chat)
            {
                return ConnectorErrorResults.BadArgument("File cards work in personal chats only.");
            }

            if (!options.SupportsFiles)
            {
                return ConnectorErrorResults.BadArgument("The app's manifest does not set supportsFiles.");
            }

            if (Problem(attachment) is { } problem)
            {
                return ConnectorErrorResults.BadSyntax(problem);
            }
        }

        return null;
    }

    public static FileRequest? RequestIn(JsonObject activity) =>
        Of(activity).FirstOrDefault(attachment => attachment.Text("contentType") == ConsentType)
            is { ValueKind: JsonValueKind.Object } asked
        && asked.Property("content") is { } content
            ? new FileRequest(
                asked.Text("name")!, content.Text("description") ?? "", content.Property("sizeInBytes")!.Value.GetInt64(),
                content.Property("acceptContext")?.GetRawText(), content.Property("declineContext")?.GetRawText())
            : null;

    public static Guid? FileIn(JsonObject activity) =>
        Of(activity).FirstOrDefault(attachment => attachment.Text("contentType") == InfoType) is { ValueKind: JsonValueKind.Object } shown
            ? Guid.Parse(shown.Property("content")!.Value.Text("uniqueId")!)
            : null;

    private static IEnumerable<JsonElement> Of(JsonObject activity) =>
        (JsonSerializer.SerializeToElement(activity).List("attachments") ?? [])
            .Where(attachment => attachment.Text("contentType") is ConsentType or InfoType);

    private string? Problem(JsonElement attachment)
    {
        var content = attachment.Property("content");
        if (content is not { ValueKind: JsonValueKind.Object } inside || string.IsNullOrWhiteSpace(attachment.Text("name")))
        {
            return "A file card needs a name and a content.";
        }

        if (attachment.Text("contentType") == ConsentType)
        {
            return inside.Property("sizeInBytes") is { ValueKind: JsonValueKind.Number } size
                && size.TryGetInt64(out var bytes) && bytes > 0
                ? null
                : "A file consent card needs sizeInBytes, above zero.";
        }

        return Guid.TryParse(inside.Text("uniqueId"), out var id) && tenant.Drives.Find(id) is not null
            && !string.IsNullOrWhiteSpace(inside.Text("fileType")) && Uri.TryCreate(attachment.Text("contentUrl"), UriKind.Absolute, out _)
                ? null
                : "A file info card needs the contentUrl, the fileType and the uniqueId of a file that was uploaded.";
    }
}
