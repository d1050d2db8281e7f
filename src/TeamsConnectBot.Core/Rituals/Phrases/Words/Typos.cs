namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>Finds the word somebody meant.</summary>
internal static class Typos
{
    private const int ShortestWord = 4;
    private const int ShortestMeant = 5;

    private static readonly Sense[] Corrected =
    [
        Sense.Weekday, Sense.WorkingDay, Sense.Ordinal, Sense.Every, Sense.EveryDays, Sense.EveryWeeks, Sense.EveryMonths,
        Sense.EveryQuarters, Sense.EveryYears,
        Sense.BiWeekly, Sense.Minute, Sense.Week, Sense.MonthUnit, Sense.QuarterYear, Sense.RelativeDay, Sense.LengthWord, Sense.Except, Sense.Month,
    ];

    private static readonly LexiconWord[] Targets =
    [
        .. Lexicon.Of(Language.Dutch).SingleWords().Concat(Lexicon.Of(Language.English).SingleWords())
            .Where(word => Corrected.Contains(word.Sense) && word.Tokens[0].Length >= ShortestWord),
    ];

    /// <summary>
    /// The words one slip away, one for each meaning. A name may well be one letter from 'every' or 'march', so a month must stand
    /// beside a number, and only for a day of the week may the first letter be the slip.
    /// </summary>
    public static List<string> Meant(string word, bool besideNumber)
    {
        if (word.Length < ShortestWord)
        {
            return [];
        }

        var meant = Targets.Where(target => IsMeant(word, target, besideNumber)).DistinctBy(target => (target.Sense, target.Value)).ToList();

        // 'maandg' is rather Monday than a month.
        var days = meant.FindAll(target => target.Sense == Sense.Weekday);
        return [.. (days.Count > 0 ? days : meant).Select(target => target.Tokens[0])];
    }

    private static bool IsMeant(string word, LexiconWord target, bool besideNumber)
    {
        var meant = target.Tokens[0];

        // A short word has too many neighbours; two swapped letters still betray it.
        return (meant.Length >= ShortestMeant || (meant.Length == word.Length && meant.Order().SequenceEqual(word.Order())))
            && (target.Sense != Sense.Month || besideNumber)
            && (target.Sense == Sense.Weekday || meant[0] == word[0])
            && EditDistance.IsOne(word, meant);
    }
}
