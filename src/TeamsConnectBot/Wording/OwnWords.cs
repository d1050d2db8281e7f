using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Wording;

/// <summary>What is wrong with a short text that somebody wrote for others to read.</summary>
internal enum OwnWordsProblem
{
    Empty,
    TooLong,

    /// <summary>A link could lead anywhere, and one in a nameless question could tell who asks.</summary>
    Link,

    /// <summary>A mention names somebody.</summary>
    Mention,
}

/// <summary>Checks short texts in people's own words: questions, topics, thanks. They are passed on as they are, or not at all.</summary>
internal static partial class OwnWords
{
    // An emoji of a family has eleven, most letters one. Hundreds of accents on one letter would cover the lines around it.
    private const int MostCodesPerCharacter = 6;

    /// <summary>The number of characters, as people count them.</summary>
    public static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The text on one line, with single spaces; nothing else is changed.</summary>
    public static string OnOneLine(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <param name="text">As <see cref="OnOneLine"/> returns it.</param>
    /// <param name="most">The most characters, as people count them: an emoji is one.</param>
    /// <returns>The first problem; null if there is none.</returns>
    public static OwnWordsProblem? Problem(string text, int most) =>
        !text.Any(char.IsLetterOrDigit) ? OwnWordsProblem.Empty
        : LengthOf(text) > most || text.Length > most * MostCodesPerCharacter ? OwnWordsProblem.TooLong
        : Link().IsMatch(text) ? OwnWordsProblem.Link
        : Mention().IsMatch(text) ? OwnWordsProblem.Mention
        : null;

    // A scheme, 'www.', a markdown link, or a name followed by a top-level domain and a path. 'Node.js' and 'z.s.m.' are no links.
    [GeneratedRegex(
        @"\p{L}[\p{L}\d+.-]*://|\b(mailto|tel|javascript|data):\S|\bwww\.\S|\]\s?\(|\b[\p{L}\d-]+\.\p{L}{2,}/",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // '@jan', an address, or the tag in which Teams puts a mention.
    [GeneratedRegex(@"@\p{L}|<\s*/?\s*at\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
