using Microsoft.Bot.Schema.Teams;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Messages about a file, for a person's own chat: Teams has them nowhere else.</summary>
public static class FileMessage
{
    /// <summary>Asks whether a file may be put into the person's OneDrive. Teams writes the buttons.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="description">What it is.</param>
    /// <param name="bytes">Its size, or nearly.</param>
    /// <param name="context">What comes back with the answer.</param>
    public static Activity Asking(string name, string description, long bytes, IReadOnlyDictionary<string, string> context) =>
        With(FileConsentCard.ContentType, name, null, new FileConsentCard
        {
            Description = description, SizeInBytes = bytes, AcceptContext = context, DeclineContext = context,
        }, description);

    /// <summary>Shows a file in the person's OneDrive.</summary>
    /// <param name="stored">Where it was put.</param>
    /// <param name="text">What to say about it.</param>
    public static Activity Showing(FileConsent stored, string text)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var message = With(
            FileInfoCard.ContentType, stored.Name, stored.ContentUrl,
            new FileInfoCard { UniqueId = stored.UniqueId, FileType = stored.FileType }, text);
        message.Text = text;
        return message;
    }

    private static Activity With(string type, string? name, string? url, object content, string summary) => new()
    {
        Type = ActivityTypes.Message, Summary = summary,
        Attachments = [new Attachment { ContentType = type, Name = name, ContentUrl = url, Content = content }],
    };
}
