namespace TeamsConnectBot.Core.Rituals.Phrases.Words;

/// <summary>Finds the words a misspelt word may stand for.</summary>
internal static class Typos
{
    private const int ShortestWord = 4;
    private const int ShortestMeant = 5;

    private static readonly Sense[] Corrected =
    [
        Sense.Weekday, Sense.WorkingDay, Sense.Ordinal, Sense.Every, Sense.EveryDays, Sense.EveryWeeks, Sense.EveryMonths,
        Sense.EveryQuarters, Sense.EveryYears, Sense.BiWeekly, Sense.Minute, Sense.Week, Sense.MonthUnit, Sense.QuarterYear,
        Sense.RelativeDay, Sense.LengthWord, Sense.Except, Sense.Month,
    ];

    private static readonly LexiconWord[] Targets =
    [
        .. Lexicon.Of(Language.Dutch).SingleWords().Concat(Lexicon.Of(Language.English).SingleWords())
            .Where(word => Corrected.Contains(word.Sense) && word.Tokens[0].Length >= ShortestWord),
    ];

    /// <summary>
    /// The words that differ from it by one letter, one for each meaning. Names may also differ in one letter from 'every' or 'march', so a
    /// month is only corrected beside a number, and a different first letter is only corrected in a day of the week.
    /// </summary>
    public static List<string> Meant(string word, bool besideNumber)
    {
        if (word.Length < ShortestWord)
        {
            return [];
        }

        var meant = Targets.Where(target => IsMeant(word, target, besideNumber))
            .DistinctBy(target => (target.Sense, target.Value)).ToList();

        // 'maandg' is more likely Monday ('maandag') than a month ('maand').
        var days = meant.FindAll(target => target.Sense == Sense.Weekday);
        return [.. (days.Count > 0 ? days : meant).Select(target => target.Tokens[0])];
    }

    private static bool IsMeant(string word, LexiconWord target, bool besideNumber)
    {
        var meant = target.Tokens[0];

        // Too many other words resemble a short word, so in a short word only two swapped letters are corrected.
        return (meant.Length >= ShortestMeant || (meant.Length == word.Length && meant.Order().SequenceEqual(word.Order())))
            && (target.Sense != Sense.Month || besideNumber)
            && (target.Sense == Sense.Weekday || meant[0] == word[0])
            && (word.Length < meant.Length ? IsOneEditApart(meant, word) : IsOneEditApart(word, meant));
    }

    // One letter too many, missing or wrong, or two neighbouring letters swapped.
    private static bool IsOneEditApart(ReadOnlySpan<char> longer, ReadOnlySpan<char> shorter)
    {
        if (longer.Length - shorter.Length > 1 || longer.SequenceEqual(shorter))
        {
            return false;
        }

        var same = longer.CommonPrefixLength(shorter);
        var rest = longer[same..];
        var other = shorter[same..];
        return longer.Length > shorter.Length
            ? rest[1..].SequenceEqual(other)
            : rest[1..].SequenceEqual(other[1..])
                || (rest.Length > 1 && rest[0] == other[1] && rest[1] == other[0] && rest[2..].SequenceEqual(other[2..]));
    }
}
