namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>Calculates the dates of a rule, period by period.</summary>
internal static class OccurrenceDates
{
    // After this many periods without a date, the rule has no more dates. The rules the bot creates stay far below it: 29 February every
    // third year has a gap of at most 24 years, when a year such as 2100 is not a leap year.
    private const int MaxEmptyPeriods = 400;
    private static readonly LocalDate End = new(9990, 1, 1);

    /// <summary>
    /// The rule's dates from <paramref name="notBefore"/> on, in order. Intervals and COUNT start at <paramref name="first"/>.
    /// </summary>
    public static IEnumerable<LocalDate> From(RecurrenceRule rule, LocalDate first, LocalDate notBefore)
    {
        // A rule with a COUNT is evaluated from its first date, because the dates before notBefore count too.
        var period = rule.Count is null && notBefore > first ? Math.Max(0, PeriodsBetween(rule, first, notBefore) - 1) : 0;
        var left = rule.Count ?? int.MaxValue;
        for (var empty = 0; empty < MaxEmptyPeriods && left > 0; period++, empty++)
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

    // Past the end of the calendar it returns a date after End instead of overflowing.
    private static LocalDate StartOf(RecurrenceRule rule, LocalDate first, int period)
    {
        var steps = (int)Math.Min((long)period * rule.Interval, 4_000_000);
        return rule.Frequency switch
        {
            RecurrenceFrequency.Daily => PlusDays(first, steps),
            RecurrenceFrequency.Weekly => PlusDays(CalendarWeek.StartOf(first), 7 * steps),
            RecurrenceFrequency.Monthly => first.With(DateAdjusters.StartOfMonth).PlusMonths(Math.Min(steps, (9998 - first.Year) * 12)),
            _ => new LocalDate(Math.Min(9998, first.Year + steps), 1, 1),
        };
    }

    private static LocalDate PlusDays(LocalDate from, int days) =>
        days > Period.DaysBetween(from, End) ? End.PlusDays(1) : from.PlusDays(days);

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
        return Enumerable.Range(1, length).Select(day => new LocalDate(year, month, day)).Where(date =>
            (rule.MonthDays.IsEmpty || rule.MonthDays.Contains(date.Day) || rule.MonthDays.Contains(date.Day - length - 1))
            && (rule.Days.IsEmpty || rule.Days.Any(each => Matches(each, date, length))));
    }

    private static bool Matches(RuleDay rule, LocalDate date, int length) =>
        rule.Day == date.DayOfWeek
        && (rule.Ordinal == 0 || rule.Ordinal == (date.Day + 6) / 7 || rule.Ordinal == -((length - date.Day) / 7 + 1));
}
