using System.Net;
using System.Text;
using Microsoft.Bot.Schema;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// In a team a command reads <c>&lt;at&gt;Bot&lt;/at&gt; help</c>. What is left is what was said: the bot's own mention is gone,
/// everybody else is a plain name.
/// </summary>
public static class MentionText
{
    /// <summary>
    /// The text as it was meant, trimmed; empty when there is none. The bot's mention is known by its id and by its name, encoded or
    /// not, whole or in parts, whether the entity says what stands for it or is missing altogether. Character references are read
    /// once, and marks that nobody sees are gone. The SDK's own method changes the activity, joins the words around the mention, and
    /// fails where there is no text, no recipient or nobody mentioned.
    /// </summary>
    public static string TextWithoutRecipientMention(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var mentions = Mentions.Of(activity);
        var text = activity.Text ?? "";
        var tags = AtTag.In(text);
        if (tags.Count == 0 && mentions.Count > 0 && text.Contains("&lt;at", StringComparison.OrdinalIgnoreCase))
        {
            text = WebUtility.HtmlDecode(text);
            tags = AtTag.In(text);
        }

        var said = new StringBuilder(text.Length);
        var owners = new MentionOwners(mentions, activity.Recipient?.Name);
        var isBots = tags.ConvertAll(tag => owners.IsBots(tag.Name));
        if (!isBots.Contains(true) && tags is [var first, ..] && isBots[0] is null && string.IsNullOrWhiteSpace(text[..first.Start]))
        {
            // Only what mentions the bot arrives, so a mention nobody answers to, at the beginning, is the bot's.
            isBots[0] = true;
        }

        var (from, followsOwn) = (0, false);
        foreach (var (tag, isOwn) in tags.Zip(isBots))
        {
            Append(said, text[from..tag.Start], followsOwn);
            if (isOwn != true) said.Append(tag.Name);
            (from, followsOwn) = (tag.End, isOwn == true);
        }

        Append(said, text[from..], followsOwn);
        var rest = TypedText.WithoutUnseen(said.ToString());
        return (isBots.Contains(true) ? rest : owners.WithoutBareMention(rest)).Trim();
    }

    /// <summary>'@Bot, help' is as good as '@Bot help'.</summary>
    private static void Append(StringBuilder said, string part, bool followsOwn)
    {
        var read = WebUtility.HtmlDecode(part);
        if (!followsOwn)
        {
            said.Append(read);
            return;
        }

        var rest = TypedText.WithoutUnseen(read).TrimStart();
        if (IsBlank(said)) rest = rest.TrimStart(',', ':', ' ');
        if (said.Length > 0 && !char.IsWhiteSpace(said[^1])) said.Append(' ');
        said.Append(rest);
    }

    private static bool IsBlank(StringBuilder said)
    {
        for (var at = 0; at < said.Length; at++)
        {
            if (!char.IsWhiteSpace(said[at])) return false;
        }

        return true;
    }
}
