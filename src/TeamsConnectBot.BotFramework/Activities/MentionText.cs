using Microsoft.Bot.Schema;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>In a team a command reads <c>&lt;at&gt;Bot&lt;/at&gt; help</c>; the command is what is left without the mention.</summary>
public static class MentionText
{
    /// <summary>
    /// The text without mentions of the bot, trimmed; empty when there is none. The SDK's own method changes the activity, joins
    /// the words around the mention, and fails where there is no text, no recipient or nobody mentioned.
    /// </summary>
    public static string TextWithoutRecipientMention(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var text = activity.Text ?? "";
        foreach (var mention in activity.GetMentions() ?? [])
        {
            if (mention is not { Text.Length: > 0, Mentioned.Id: { } id } || id != activity.Recipient?.Id) continue;
            text = text.Replace(mention.Text, " ", StringComparison.Ordinal);
        }

        return text.Trim();
    }
}
