using System.Globalization;
using System.Text;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Makes text that people or a directory supplied safe to show: a name must not become a link or hide another.</summary>
public static class MarkdownText
{
    /// <summary>The characters that mean something in a line of markdown, in Teams' mentions or in a card's date functions.</summary>
    private const string Special = @"\`*_[]<>~{|";

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// Text for a <see cref="TextBlock"/> or <see cref="Fact"/>: cleaned as <see cref="Clean"/> does, then escaped so that it
    /// shows as it is written, wherever in a line it stands.
    /// </summary>
    /// <param name="text">What somebody else wrote; null counts as empty.</param>
    public static string Escape(string? text)
    {
        var clean = Clean(text);
        var escaped = new StringBuilder(clean.Length + 8);
        for (var i = 0; i < clean.Length; i++)
        {
            if (NeedsEscape(clean, i)) escaped.Append('\\');
            escaped.Append(clean[i]);
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

    private static bool NeedsEscape(string text, int at) => text[at] switch
    {
        var c when Special.Contains(c) => true,
        '#' or '-' or '+' or '=' => at == 0,
        // '1.' and '1)' begin a list.
        '.' or ')' when at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0 => true,
        // Clients make links of bare addresses.
        ':' => text.AsSpan(at + 1).StartsWith("//"),
        '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        '@' => true,
        '&' => text.IndexOf(';', at) > 0,
        _ => false,
    };
}
