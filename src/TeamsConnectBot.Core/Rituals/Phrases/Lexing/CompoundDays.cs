using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Lexing;

/// <summary>'vrijdagmiddag', 'morgenochtend', 'vanavond', 'tonight': a day and a part of it in one word.</summary>
internal static class CompoundDays
{
    private static readonly string[] Today = ["van", "to"];

    // 'Morgen' alone is tomorrow, 'maandagmorgen' is not.
    private static readonly string[] MorningWords = ["morgen", "morgens"];
    private const int ShortestDay = 6;

    /// <summary>Whether a word is one.</summary>
    public static bool IsOne(Token token) => Split(token, Lexicon.Of(Language.Dutch), Lexicon.Of(Language.English)) is not null;

    /// <summary>The two terms of such a word; null when it is none.</summary>
    public static Term[]? Split(Token token, Lexicon first, Lexicon second)
    {
        for (var cut = 2; cut <= token.Text.Length - 5; cut++)
        {
            var (day, part) = (token.Text[..cut], token.Text[cut..]);
            var partWord = MorningWords.Contains(part) ? new LexiconWord(Sense.DayPart, (int)DayPart.Morning, [part]) : Find(part, first, second);
            if (partWord is not { Sense: Sense.DayPart })
            {
                continue;
            }

            var dayWord = Today.Contains(day) ? new LexiconWord(Sense.RelativeDay, 0, [day]) : cut >= ShortestDay ? Find(day, first, second) : null;
            if (dayWord is { Sense: Sense.Weekday or Sense.RelativeDay })
            {
                var middle = token.Start + cut;
                return
                [
                    new Term(dayWord.Sense, dayWord.Value, day, token.Start, middle, token.Glued),
                    new Term(Sense.DayPart, partWord.Value, part, middle, token.End, true),
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
