using System.Globalization;
using System.Text;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Makes text from people or a directory safe to show: a name must not become a link or change the text around it.</summary>
public static class MarkdownText
{
    /// <summary>
    /// A word joiner: invisible, but it separates two characters that would be markup together. Phones display most backslashes, so
    /// backslashes are used only where nothing else works.
    /// </summary>
    private const char Break = '\u2060';

    /// <summary>
    /// Text for a <see cref="TextBlock"/>: cleaned by <see cref="Clean"/>, then escaped so that web, desktop and phone clients all
    /// display it literally, anywhere in a line.
    /// </summary>
    /// <param name="text">Untrusted text; null is treated as empty.</param>
    public static string Escape(string? text)
    {
        var clean = Clean(text);
        var escaped = new StringBuilder(clean.Length + 8);
        for (var at = 0; at < clean.Length; at++)
        {
            if (clean[at] is '*' or '`')
            {
                escaped.Append('\\');
            }
            else if (MarkdownSyntax.IsMarkupAfterPrevious(clean, at))
            {
                escaped.Append(Break);
            }

            escaped.Append(clean[at]);
            if (MarkdownSyntax.IsMarkupBeforeNext(clean, at))
            {
                escaped.Append(Break);
            }
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Text for a place that does not support markdown (a choice, a button, a calendar subject): one line, without control characters,
    /// direction overrides and other invisible characters, except for the joiners that scripts and emoji need.
    /// </summary>
    /// <param name="text">Untrusted text; null is treated as empty.</param>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && rune.Value is not '\0')
            {
                clean.Append(IsShown(rune) ? rune.ToString() : "");
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        // The zero-width non-joiner and joiner.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };
}
