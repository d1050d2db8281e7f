using System.Globalization;
using System.Text.RegularExpressions;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Participants;

/// <summary>
/// Reads how long a pause lasts, in any of the languages: <c>2 weken</c>, <c>until 3 January</c>. It never guesses what it does not
/// understand.
/// </summary>
internal static partial class PauseLength
{
    private const int LongestDays = 365;
    private static readonly Period Usual = Period.FromWeeks(2);

    private static readonly string[][] Numbers =
    [
        [], ["een", "één", "a", "an", "one"], ["twee", "two"], ["drie", "three"], ["vier", "four"], ["vijf", "five"], ["zes", "six"],
    ];

    /// <returns>The day the person is back, after today and at most a year away; null when it is not understood.</returns>
    public static LocalDate? Read(string text, LocalDate today)
    {
        if (text.Length == 0)
        {
            return today + Usual;
        }

        var back = ReadLength(text, today) ?? ReadEnd(text, today);
        return back > today && back <= today.PlusDays(LongestDays) ? back : null;
    }

    private static LocalDate? ReadLength(string text, LocalDate today)
    {
        if (LengthPattern().Match(text) is not { Success: true } match || NumberOf(match.Groups["number"].Value) is not { } number)
        {
            return null;
        }

        return match.Groups["unit"].Value[0] switch
        {
            'd' => today.PlusDays(number),
            'w' => today.PlusWeeks(number),
            _ => today.PlusMonths(number),
        };
    }

    private static int? NumberOf(string word)
    {
        var spelled = Array.FindIndex(Numbers, words => words.Contains(word));
        return spelled > 0 ? spelled : int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static LocalDate? ReadEnd(string text, LocalDate today)
    {
        var match = EndPattern().Match(text);
        var day = match.Success ? ReadDay(match.Groups["day"].Value, today) : null;
        return day is { } last && match.Groups["inclusive"].Success ? last.PlusDays(1) : day;
    }

    private static LocalDate? ReadDay(string text, LocalDate today)
    {
        var words = text.Replace(",", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case [var weekday] when IndexOf(weekday, texts => texts.Weekdays, texts => texts.WeekdaysShort) is { } index:
                return today.With(DateAdjusters.Next((IsoDayOfWeek)(index + 1)));
            case [var iso] when NodaTime.Text.LocalDatePattern.Iso.Parse(iso) is { Success: true } parsed:
                return parsed.Value;
            case [var first, var second, .. var year]:
                var (day, month) = DayOf(first) is { } number ? (number, MonthOf(second)) : (DayOf(second) ?? 0, MonthOf(first));
                return month is { } known ? DateOf(day, known, year, today) : null;
            default:
                return null;
        }
    }

    private static LocalDate? DateOf(int day, int month, string[] year, LocalDate today)
    {
        if (year.Length > 1 || (year is [var written] && !YearPattern().IsMatch(written)))
        {
            return null;
        }

        var thisYear = year.Length == 1 ? int.Parse(year[0], CultureInfo.InvariantCulture) : today.Year;
        var date = Exists(thisYear, month, day);
        return year.Length == 0 && !(date > today) ? Exists(thisYear + 1, month, day) : date;
    }

    private static LocalDate? Exists(int year, int month, int day) =>
        day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int? DayOf(string word) =>
        DayPattern().Match(word) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static int? MonthOf(string word) => IndexOf(word, texts => texts.Months, texts => texts.MonthsShort) + 1;

    // Words of every language are accepted, whatever the language of someone's Teams.
    private static int? IndexOf(string word, params Func<TimeTexts, IReadOnlyList<string>>[] lists)
    {
        var wanted = word.TrimEnd('.');
        foreach (var list in lists)
        {
            foreach (var texts in Texts.All.Values)
            {
                var names = list(texts.Time);
                for (var index = 0; index < names.Count; index++)
                {
                    if (string.Equals(names[index].TrimEnd('.'), wanted, StringComparison.OrdinalIgnoreCase))
                    {
                        return index;
                    }
                }
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^(?:voor |for )?(?<number>\w{1,5})\s*(?<unit>dag(?:en)?|days?|weken|weeks?|maand(?:en)?|months?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LengthPattern();

    [GeneratedRegex(@"^((?<inclusive>tot en met|t/m|through)|tot|until|till?)\s+(?<day>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex EndPattern();

    [GeneratedRegex(@"^(\d{1,2})(?:e|ste|de|st|nd|rd|th)?$")]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"^2\d{3}$")]
    private static partial Regex YearPattern();
}
