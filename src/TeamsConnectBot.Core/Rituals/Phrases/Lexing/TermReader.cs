using System.Globalization;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>Gives each token its sense in one language, or in the other if the first does not know it.</summary>
internal static class TermReader
{
    // Units only if they follow their number without a space, as in '2w'.
    private static readonly Dictionary<string, Sense> GluedUnits = new()
    {
        ["d"] = Sense.Day, ["w"] = Sense.Week, ["mo"] = Sense.MonthUnit, ["mos"] = Sense.MonthUnit, ["mth"] = Sense.MonthUnit,
        ["q"] = Sense.QuarterYear, ["y"] = Sense.Year, ["yr"] = Sense.Year, ["yrs"] = Sense.Year, ["jr"] = Sense.Year,
    };

    /// <summary>Reads tokens.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="language">The language whose words take precedence.</param>
    /// <returns>
    /// The terms, in order; and as evidence for the language, how many of its words the phrase has minus how many of the other language.
    /// </returns>
    public static (List<Term> Terms, int Evidence) Read(List<Token> tokens, Language language)
    {
        var (first, second) = (Lexicon.Of(language), Lexicon.Of(language.Other()));
        List<Term> terms = [];
        var evidence = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (at > 0 && token.Glued && tokens[at - 1].Kind == TokenKind.Number && GluedUnits.TryGetValue(token.Text, out var unit))
            {
                terms.Add(Term.Of(token, unit));
                continue;
            }

            var (own, other) = (first.Longest(tokens, at), second.Longest(tokens, at));
            if ((own ?? other) is { } word && !(token.Kind == TokenKind.Number && word.Tokens.Length == 1))
            {
                // An expression in the other language beats a single word in this one: 'om de week' beats 'om'.
                word = own is not null && other is not null && other.Tokens.Length > own.Tokens.Length ? other : word;
                evidence += own is null ? -word.Tokens.Length
                    : other is null ? word.Tokens.Length
                    : word == own ? own.Tokens.Length - other.Tokens.Length
                    : 0;
                at += word.Tokens.Length - 1;
                var isMorning = word.Tokens is ["morgen"] && terms is [.., { Sense: Sense.Weekday }];
                var expression = token with { Text = string.Join(' ', word.Tokens), End = tokens[at].End };
                terms.Add(isMorning
                    ? Term.Of(expression, Sense.DayPart, (int)DayPart.Morning)
                    : Term.Of(expression, word.Sense, word.Value));
            }
            else if (token.Kind == TokenKind.Number)
            {
                var isOrdinal = at + 1 < tokens.Count && tokens[at + 1] is { Glued: true, Kind: TokenKind.Word } suffix
                    && Lexicon.OrdinalSuffixes.Contains(suffix.Text);
                at += isOrdinal ? 1 : 0;

                // A number of more than six digits has no meaning here, and could overflow.
                var value = token.Text.Length > 6 ? 999_999 : int.Parse(token.Text, CultureInfo.InvariantCulture);
                terms.Add(Term.Of(token with { End = tokens[at].End }, isOrdinal ? Sense.Ordinal : Sense.Number, value) with
                {
                    Digits = token.Text.Length,
                });
            }
            else if (token.Kind != TokenKind.Word)
            {
                terms.Add(Term.Of(token, token.Kind == TokenKind.Mark ? Sense.Mark : Sense.QuotedName));
            }
            else
            {
                terms.AddRange(CompoundDays.Split(token, first, second) ?? [Term.Of(token, Sense.Unknown)]);
            }
        }

        return (terms, evidence);
    }
}
