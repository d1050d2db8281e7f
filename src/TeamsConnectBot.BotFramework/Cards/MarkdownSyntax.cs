using System.Buffers;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// Finds characters that are markup because of their neighbours, in the markdown of any client: CommonMark with strikethrough on web and
/// desktop, a small subset on phones, and in addition Teams' mentions, a card's date functions and addresses that become links.
/// </summary>
internal static class MarkdownSyntax
{
    private static readonly SearchValues<char> EntityCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether the character is markup because of the one before it, or because it comes first.</summary>
    public static bool IsMarkupAfterPrevious(string text, int at)
    {
        var before = at == 0 ? '\0' : text[at - 1];
        return text[at] switch
        {
            // Phones also look for lists after a bracket.
            '-' or '+' or '#' or '>' or '=' or '|' => before is '\0' or ')' or ']',
            >= '0' and <= '9' => (before is '\0' or ')' or ']') && IsListNumber(text, at),
            '(' or ':' => before is ']',
            '~' => before is '~' or '\0',
            '{' => before is '{',
            '_' => before is not '_' && !IsInsideWord(text, at),
            '/' => before is ':' && text.AsSpan(at).StartsWith("//"),
            '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    /// <summary>Whether the character is markup because of what follows it.</summary>
    public static bool IsMarkupBeforeNext(string text, int at)
    {
        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            // Also at the end of the text, because the card may continue with punctuation.
            '\\' => after is '\0' || IsPunctuation(after),
            // A tag, a mention, or an address in angle brackets, which may begin with a digit or punctuation.
            '<' => after is not '\0' && !char.IsWhiteSpace(after),
            '&' => text.IndexOf(';', at) is var end && end > at + 1 && !text.AsSpan((at + 1)..end).ContainsAnyExcept(EntityCharacters),
            '_' => after is not '_' && !IsInsideWord(text, at),
            _ => false,
        };
    }

    // '1.' and '1)' begin a list.
    private static bool IsListNumber(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
        return end > 0 && (text[at + end] is '.' or ')');
    }

    // No client treats underscores between letters as emphasis.
    private static bool IsInsideWord(string text, int at)
    {
        var first = text.AsSpan(0, at).TrimEnd('_').Length;
        var last = text.Length - text.AsSpan(at).TrimStart('_').Length;
        return first > 0 && last < text.Length && char.IsLetterOrDigit(text[first - 1]) && char.IsLetterOrDigit(text[last]);
    }

    private static bool IsPunctuation(char letter) => letter < 128 && (char.IsPunctuation(letter) || char.IsSymbol(letter));
}
