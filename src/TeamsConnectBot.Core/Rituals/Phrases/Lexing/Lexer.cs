using System.Text.RegularExpressions;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>Cuts a phrase into tokens.</summary>
internal static partial class Lexer
{
    // In order: a quoted name; letters with dots or slashes in between ('p.m.', 't/m', 'v/d'); ''s'; a word; a number; any other mark.
    [GeneratedRegex(
        "\"(?<quoted>[^\"]+)\"" +
        @"|(?<![\p{L}\d])'(?<quoted>(?!s\s)[^']{2,})'(?![\p{L}\d])" +
        @"|(?<!\p{L})(?<letters>\p{L}(?:[./]\p{L})+\.?)(?!\p{L})" +
        @"|(?<!\p{L})'[st](?=\s)" +
        @"|(?<word>\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*)" +
        @"|(?<number>[0-9]+)" +
        @"|(?<mark>\S)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }

    /// <summary>The tokens of a phrase, in order.</summary>
    public static List<Token> Cut(CleanText text)
    {
        List<Token> tokens = [];
        var end = 0;
        foreach (var match in Pattern.Matches(text.Folded).Cast<Match>())
        {
            var glued = match.Index == end && tokens.Count > 0;
            end = match.Index + match.Length;

            // A dot after an abbreviation ('vr. 27 nov.') has no meaning; a dot between numbers does.
            if (match.Value != "." || !glued || tokens[^1].Kind != TokenKind.Word)
            {
                tokens.Add(TokenOf(match, text, glued));
            }
        }

        return tokens;
    }

    private static Token TokenOf(Match match, CleanText text, bool glued)
    {
        var end = match.Index + match.Length;
        if (match.Groups["quoted"] is { Success: true } quoted)
        {
            return new Token(TokenKind.Quoted, text.Written[quoted.Index..(quoted.Index + quoted.Length)].Trim(), match.Index, end, glued);
        }

        var kind = match.Groups["number"].Success ? TokenKind.Number : match.Groups["mark"].Success ? TokenKind.Mark : TokenKind.Word;
        var value = match.Groups["letters"].Success ? match.Value.Replace(".", "", StringComparison.Ordinal) : match.Value;
        return new Token(kind, value, match.Index, end, glued);
    }
}
