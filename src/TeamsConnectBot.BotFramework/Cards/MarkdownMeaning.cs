namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// Where in a line characters mean something together, in the markdown of any client: CommonMark with strikethrough on the web and
/// the desktop, a small part of it on phones, and besides Teams' mentions, a card's date functions and addresses that become links.
/// </summary>
internal static class MarkdownMeaning
{
    /// <summary>Whether what begins here means something because of what stands before it, or because nothing does.</summary>
    public static bool BeginsAt(string text, int at)
    {
        var before = at == 0 ? '\0' : text[at - 1];
        return text[at] switch
        {
            // Phones look for lists behind a bracket too.
            '-' or '+' or '#' or '>' or '=' or '|' => before is '\0' or ')' or ']',
            >= '0' and <= '9' => (before is '\0' or ')' or ']') && IsListNumber(text, at),
            '(' or ':' => before is ']',
            '~' => before is '~' or '\0',
            '{' => before is '{',
            '_' => before is not '_' && !IsInsideAWord(text, at),
            '/' => before is ':' && text.AsSpan(at).StartsWith("//"),
            '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    /// <summary>Whether this means something because of what follows.</summary>
    public static bool GoesOnAfter(string text, int at)
    {
        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            // Whatever follows the text on its card may be a mark.
            '\\' => after is '\0' || IsMark(after),
            // A tag, a mention, or an address between brackets, which may begin with a digit or a mark.
            '<' => after is not '\0' && !char.IsWhiteSpace(after),
            '&' => IsReference(text.AsSpan(at + 1)),
            '_' => after is not '_' && !IsInsideAWord(text, at),
            _ => false,
        };
    }

    // '1.' and '1)' begin a list.
    private static bool IsListNumber(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
        return end > 0 && (text[at + end] is '.' or ')');
    }

    // Between letters an underscore is no emphasis anywhere.
    private static bool IsInsideAWord(string text, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && text[first - 1] == '_') first--;
        while (last + 1 < text.Length && text[last + 1] == '_') last++;
        return first > 0 && last + 1 < text.Length && char.IsLetterOrDigit(text[first - 1]) && char.IsLetterOrDigit(text[last + 1]);
    }

    private static bool IsReference(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        if (end < 1) return false;

        foreach (var letter in rest[..end])
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '#') return false;
        }

        return true;
    }

    private static bool IsMark(char letter) => letter < 128 && (char.IsPunctuation(letter) || char.IsSymbol(letter));
}
