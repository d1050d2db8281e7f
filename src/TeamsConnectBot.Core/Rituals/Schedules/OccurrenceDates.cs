using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>The dates of a rule, period by period.</summary>
internal static class OccurrenceDates
{
    // No rule we make skips longer: 29 February every third year has a gap of 24 years around a century that is no leap year.
    private const int MostEmptyPeriods = 400;
    private static readonly LocalDate End = new(9990, 1, 1);

    /// <summary>The rule's dates from <paramref name="notBefore"/> on, in order; a rule counts from <paramref name="first"/>.</summary>
    public static IEnumerable<LocalDate> From(RecurrenceRule rule, LocalDate first, LocalDate notBefore)
    {
        // COUNT counts from the first, so nothing may be leapt over.
        var period = rule.Count is null && notBefore > first ? Math.Max(0, PeriodsBetween(rule, first, notBefore) - 1) : 0;
        var left = rule.Count ?? int.MaxValue;
        var empty = 0;
        for (; empty < MostEmptyPeriods && left > 0; period++, empty++)
        {
            var start = StartOf(rule, first, period);
            if (start > (rule.Until ?? End))
            {
                yield break;
            }

            foreach (var date in DatesIn(rule, start).Where(date => date >= first))
            {
                if (date > (rule.Until ?? End) || left-- <= 0)
                {
                    yield break;
                }

                empty = 0;
                if (date >= notBefore)
                {
                    yield return date;
                }
            }
        }
    }

    private static int PeriodsBetween(RecurrenceRule rule, LocalDate first, LocalDate date) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => Period.DaysBetween(first, date) / rule.Interval,
        RecurrenceFrequency.Weekly => Period.DaysBetween(first, date) / 7 / rule.Interval,
        RecurrenceFrequency.Monthly => ((date.Year - first.Year) * 12 + date.Month - first.Month) / rule.Interval,
        _ => (date.Year - first.Year) / rule.Interval,
    };

    private static LocalDate StartOf(RecurrenceRule rule, LocalDate first, int period)
    {
        var steps = (long)period * rule.Interval;
        var most = steps > 4_000_000 ? 4_000_000 : (int)steps;
        return rule.Frequency switch
        {
            RecurrenceFrequency.Daily => Plus(first, most, 1),
            RecurrenceFrequency.Weekly => Plus(first.PlusDays(1 - (int)first.DayOfWeek), most, 7),
            RecurrenceFrequency.Monthly => most > 95_000 ? LocalDate.MaxIsoValue : first.With(DateAdjusters.StartOfMonth).PlusMonths(Math.Min(most, (9998 - first.Year) * 12)),
            _ => new LocalDate(Math.Min(9998, first.Year + most), 1, 1),
        };
    }

    private static LocalDate Plus(LocalDate from, int steps, int days)
    {
        var left = Period.DaysBetween(from, End);
        return (long)steps * days > left ? End.PlusDays(1) : from.PlusDays(steps * days);
    }

    private static IEnumerable<LocalDate> DatesIn(RecurrenceRule rule, LocalDate start)
    {
        var dates = rule.Frequency switch
        {
            RecurrenceFrequency.Daily => rule.Days.IsEmpty || rule.Days.Any(day => day.Day == start.DayOfWeek) ? [start] : [],
            RecurrenceFrequency.Weekly => rule.Days.Select(day => start.PlusDays((int)day.Day - 1)).Order(),
            RecurrenceFrequency.Monthly => InMonth(rule, start.Year, start.Month),
            _ => rule.Months.SelectMany(month => InMonth(rule, start.Year, month)),
        };
        return rule.Position is { } position ? At([.. dates], position) : dates;
    }

    private static IEnumerable<LocalDate> At(List<LocalDate> dates, int position)
    {
        var index = position > 0 ? position - 1 : dates.Count + position;
        return index >= 0 && index < dates.Count ? [dates[index]] : [];
    }

    private static IEnumerable<LocalDate> InMonth(RecurrenceRule rule, int year, int month)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        for (var day = 1; day <= length; day++)
        {
            var date = new LocalDate(year, month, day);
            if ((rule.MonthDays.IsEmpty || rule.MonthDays.Contains(day) || rule.MonthDays.Contains(day - length - 1))
                && (rule.Days.IsEmpty || rule.Days.Any(each => Falls(each, date, length))))
            {
                yield return date;
            }
        }
    }

    private static bool Falls(RuleDay rule, LocalDate date, int length) =>
        rule.Day == date.DayOfWeek
        && (rule.Ordinal == 0 || rule.Ordinal == (date.Day + 6) / 7 || rule.Ordinal == -((length - date.Day) / 7 + 1));
}
