using System.Net;
using System.Text;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// Extracts the plain text of a message. In a team, a command arrives as <c>&lt;at&gt;Bot&lt;/at&gt; help</c>: the bot's own mention is
/// removed, and a mention of anybody else is replaced by the name.
/// </summary>
public static class MentionText
{
    /// <summary>
    /// The text as its author meant it, trimmed; empty when there is none. The bot's mention is recognised by id or by name, encoded or
    /// not, whole or in parts, and also when its entity is incomplete or missing. HTML entities are decoded once, and invisible characters
    /// are removed. The SDK's own method changes the activity, joins the words around the mention, and fails when there is no text, no
    /// recipient or no mentioned account.
    /// </summary>
    public static string TextWithoutRecipientMention(this Activity activity)
    {
        var mentions = Mentions.In(activity);
        var text = activity.Text ?? "";
        var tags = AtTag.In(text);
        if (tags.Count == 0 && mentions.Count > 0 && text.Contains("&lt;at", StringComparison.OrdinalIgnoreCase))
        {
            text = WebUtility.HtmlDecode(text);
            tags = AtTag.In(text);
        }

        var resolver = new MentionResolver(mentions, activity.Recipient?.Name);
        var isOfBot = tags.ConvertAll(tag => resolver.IsBot(tag.Name));
        if (!isOfBot.Contains(true) && tags is [var first, ..] && isOfBot[0] is null && string.IsNullOrWhiteSpace(text[..first.Start]))
        {
            // Teams sends only messages that mention the bot, so an unknown mention at the beginning is the bot's.
            isOfBot[0] = true;
        }

        var said = new StringBuilder(text.Length);
        var (from, followsBot) = (0, false);
        foreach (var (tag, isBot) in tags.Zip(isOfBot))
        {
            Append(said, text[from..tag.Start], followsBot);
            (from, followsBot) = (tag.End, isBot == true);
            said.Append(followsBot ? "" : tag.Name);
        }

        Append(said, text[from..], followsBot);
        var rest = TypedText.WithoutInvisible(said.ToString());
        return (isOfBot.Contains(true) ? rest : resolver.WithoutBareMention(rest)).Trim();
    }

    /// <summary>Appends decoded text. After the bot's leading mention it drops punctuation: '@Bot, help' means '@Bot help'.</summary>
    private static void Append(StringBuilder said, string part, bool followsBot)
    {
        var read = WebUtility.HtmlDecode(part);
        if (followsBot)
        {
            read = TypedText.WithoutInvisible(read).TrimStart();
            read = Enumerable.Range(0, said.Length).All(at => char.IsWhiteSpace(said[at])) ? read.TrimStart(',', ':', ' ') : read;
            said.Append(said.Length > 0 && !char.IsWhiteSpace(said[^1]) ? " " : "");
        }

        said.Append(read);
    }
}
