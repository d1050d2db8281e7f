using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>A day and a part of it in one word: 'vrijdagmiddag', 'morgenochtend', 'vanavond', 'tonight'.</summary>
internal static class CompoundDays
{
    private const int ShortestDay = 6;
    private static readonly string[] Today = ["van", "to"];

    // 'Morgen' alone is tomorrow, but 'maandagmorgen' is Monday morning.
    private static readonly string[] MorningWords = ["morgen", "morgens"];

    /// <summary>Whether a word is such a compound.</summary>
    public static bool IsOne(Token token) => Split(token, Lexicon.Of(Language.Dutch), Lexicon.Of(Language.English)) is not null;

    /// <summary>The two terms of such a word; null if it is another word.</summary>
    public static Term[]? Split(Token token, Lexicon first, Lexicon second)
    {
        for (var cut = 2; cut <= token.Text.Length - 5; cut++)
        {
            var (day, part) = (token.Text[..cut], token.Text[cut..]);
            var partWord = MorningWords.Contains(part) ? new(Sense.DayPart, (int)DayPart.Morning, [part]) : Find(part, first, second);
            if (partWord is not { Sense: Sense.DayPart })
            {
                continue;
            }

            var dayWord = Today.Contains(day) ? new(Sense.RelativeDay, 0, [day]) : cut >= ShortestDay ? Find(day, first, second) : null;
            if (dayWord is { Sense: Sense.Weekday or Sense.RelativeDay })
            {
                var middle = token.Start + cut;
                return
                [
                    Term.Of(token with { Text = day, End = middle }, dayWord.Sense, dayWord.Value),
                    Term.Of(token with { Text = part, Start = middle, Glued = true }, Sense.DayPart, partWord.Value),
                ];
            }
        }

        return null;
    }

    private static LexiconWord? Find(string word, Lexicon first, Lexicon second)
    {
        List<Token> alone = [new(TokenKind.Word, word, 0, word.Length, false)];
        return first.Longest(alone, 0) ?? second.Longest(alone, 0);
    }
}
