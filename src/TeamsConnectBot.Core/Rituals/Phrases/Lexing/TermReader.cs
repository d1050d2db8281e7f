using System.Globalization;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>Gives tokens their sense, in one language first and in the other where that one doesn't know them.</summary>
internal static class TermReader
{
    private static readonly string[] OrdinalSuffixes = ["e", "de", "ste", "st", "nd", "rd", "th"];

    // Units that are one only right behind their number, as in '2w'.
    private static readonly Dictionary<string, Sense> GluedUnits = new()
    {
        ["d"] = Sense.Day, ["w"] = Sense.Week, ["mo"] = Sense.MonthUnit, ["mos"] = Sense.MonthUnit, ["mth"] = Sense.MonthUnit,
        ["q"] = Sense.QuarterYear,
        ["y"] = Sense.Year, ["yr"] = Sense.Year, ["yrs"] = Sense.Year, ["jr"] = Sense.Year,
    };

    /// <summary>Reads tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="language">The language whose senses go first.</param>
    public static TermText Read(List<Token> tokens, Language language)
    {
        var first = Lexicon.Of(language);
        var second = Lexicon.Of(language == Language.Dutch ? Language.English : Language.Dutch);
        List<Term> terms = [];
        var evidence = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (at > 0 && token.Glued && tokens[at - 1].Kind == TokenKind.Number && GluedUnits.TryGetValue(token.Text, out var unit))
            {
                terms.Add(new Term(unit, 0, token.Text, token.Start, token.End, token.Glued));
                continue;
            }

            var (own, other) = (first.Longest(tokens, at), second.Longest(tokens, at));
            if ((own ?? other) is { } word && !(token.Kind == TokenKind.Number && word.Tokens.Length == 1))
            {
                // An expression of the other language beats a single word of this one: 'om de week' against 'om'.
                word = own is not null && other is not null && other.Tokens.Length > own.Tokens.Length ? other : word;
                evidence += own is null ? -word.Tokens.Length : other is null ? word.Tokens.Length : word == own ? own.Tokens.Length - other.Tokens.Length : 0;
                var last = tokens[at + word.Tokens.Length - 1];
                var isMorning = word.Tokens is ["morgen"] && terms is [.., { Sense: Sense.Weekday }];
                terms.Add(isMorning
                    ? new Term(Sense.DayPart, (int)DayPart.Morning, token.Text, token.Start, last.End, token.Glued)
                    : new Term(word.Sense, word.Value, string.Join(' ', word.Tokens), token.Start, last.End, token.Glued));
                at += word.Tokens.Length - 1;
            }
            else if (token.Kind == TokenKind.Number)
            {
                var isOrdinal = at + 1 < tokens.Count && tokens[at + 1] is { Glued: true, Kind: TokenKind.Word } suffix && OrdinalSuffixes.Contains(suffix.Text);
                terms.Add(NumberOf(token, isOrdinal ? tokens[at + 1] : null));
                at += isOrdinal ? 1 : 0;
            }
            else if (token.Kind != TokenKind.Word)
            {
                terms.Add(new Term(token.Kind == TokenKind.Mark ? Sense.Mark : Sense.QuotedName, 0, token.Text, token.Start, token.End, token.Glued));
            }
            else if (CompoundDays.Split(token, first, second) is { } parts)
            {
                terms.AddRange(parts);
            }
            else
            {
                terms.Add(new Term(Sense.Unknown, 0, token.Text, token.Start, token.End, token.Glued));
            }
        }

        return new TermText(terms, evidence);
    }

    // More than six digits is no number anybody means.
    private static Term NumberOf(Token token, Token? suffix) => new(
        suffix is null ? Sense.Number : Sense.Ordinal,
        token.Text.Length > 6 ? 999_999 : int.Parse(token.Text, CultureInfo.InvariantCulture),
        token.Text,
        token.Start,
        suffix?.End ?? token.End,
        token.Glued,
        token.Text.Length);
}
