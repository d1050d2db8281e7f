using System.Globalization;
using System.Text;
using TeamsConnectBot.BotFramework.Cards.Elements;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Makes text that people or a directory supplied safe to show: a name must not become a link or hide another.</summary>
public static class MarkdownText
{
    /// <summary>
    /// A word joiner: nobody sees it, and between two characters that mean something together they no longer do. Phones show most
    /// backslashes, so those are kept for what nothing else breaks.
    /// </summary>
    private const char Break = '\u2060';

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// Text for a <see cref="TextBlock"/> or <see cref="Fact"/>: cleaned as <see cref="Clean"/> does, then made to show as it is
    /// written, wherever in a line it stands, by the rules of the web and desktop clients and by those of the phones.
    /// </summary>
    /// <param name="text">What somebody else wrote; null counts as empty.</param>
    public static string Escape(string? text)
    {
        var clean = Clean(text);
        var escaped = new StringBuilder(clean.Length + 8);
        for (var at = 0; at < clean.Length; at++)
        {
            if (clean[at] is '*' or '`') escaped.Append('\\');
            else if (MarkdownMeaning.BeginsAt(clean, at)) escaped.Append(Break);

            escaped.Append(clean[at]);
            if (MarkdownMeaning.GoesOnAfter(clean, at)) escaped.Append(Break);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Text for a place that does not read markdown (a choice, a button, a calendar subject): one line, without control
    /// characters, direction overrides and other invisible characters except the joiners that scripts and emoji need.
    /// </summary>
    /// <param name="text">What somebody else wrote; null counts as empty.</param>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\0')
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                continue;
            }

            if (IsShown(rune)) clean.Append(rune);
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.Format => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner,
        _ => true,
    };
}
