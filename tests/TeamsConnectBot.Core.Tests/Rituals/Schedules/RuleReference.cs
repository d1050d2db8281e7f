using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Tests.Rituals.Schedules;

/// <summary>A slow but obvious reference: checks for every day whether the rule includes it.</summary>
internal static class RuleReference
{
    /// <summary>The moments of a schedule up to a date.</summary>
    public static IEnumerable<Instant> Moments(RecurrenceRule rule, LocalDate first, LocalTime start, DateTimeZone zone, LocalDate until)
    {
        var found = 0;
        for (var date = first; date <= until && !(date > rule.Until) && !(found >= rule.Count); date = date.PlusDays(1))
        {
            if (!Means(rule, first, date))
            {
                continue;
            }

            found++;
            if (Moment(date.At(start), zone) is { } moment)
            {
                yield return moment;
            }
        }
    }

    /// <summary>Whether a rule that began on one date includes another.</summary>
    public static bool Means(RecurrenceRule rule, LocalDate first, LocalDate date)
    {
        var months = (date.Year - first.Year) * 12 + date.Month - first.Month;
        return rule.Frequency switch
        {
            RecurrenceFrequency.Daily =>
                Days(first, date) % rule.Interval == 0 && (rule.Days.IsEmpty || rule.Days.Any(day => day.Day == date.DayOfWeek)),
            RecurrenceFrequency.Weekly =>
                Days(Monday(first), Monday(date)) / 7 % rule.Interval == 0 && rule.Days.Any(day => day.Day == date.DayOfWeek),
            RecurrenceFrequency.Monthly => months % rule.Interval == 0 && IsInMonth(rule, date),
            _ => (date.Year - first.Year) % rule.Interval == 0 && rule.Months.Contains(date.Month) && IsInMonth(rule, date),
        };
    }

    /// <summary>The moment of a local time, found by trying offsets; null if the zone skips the whole date.</summary>
    public static Instant? Moment(LocalDateTime local, DateTimeZone zone)
    {
        var utc = local.InUtc().ToInstant();
        int[] around = [-30, -6, 0, 6, 30];
        var offsets = around.Select(hour => zone.GetUtcOffset(utc + Duration.FromHours(hour))).Distinct();
        var moments = offsets.Select(offset => utc - Duration.FromSeconds(offset.Seconds))
            .Where(moment => moment.InZone(zone).LocalDateTime == local).ToList();
        if (moments.Count > 0)
        {
            return moments.Min();
        }

        // The local time is in a gap. With the offset of the day before, it is later by the length of the gap.
        var later = utc - Duration.FromSeconds(zone.GetUtcOffset(utc - Duration.FromHours(30)).Seconds);
        var isDayThere = Enumerable.Range(-40 * 4, 80 * 4)
            .Any(quarter => (utc + Duration.FromMinutes(15 * quarter)).InZone(zone).Date == local.Date);
        return isDayThere ? later : null;
    }

    private static bool IsInMonth(RecurrenceRule rule, LocalDate date)
    {
        if (rule.Position is null && rule.Days.IsEmpty)
        {
            return rule.MonthDays.Contains(date.Day)
                || rule.MonthDays.Contains(date.Day - CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) - 1);
        }

        if (!rule.Days.Any(day => day.Day == date.DayOfWeek))
        {
            return false;
        }

        var days = Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month))
            .Select(day => new LocalDate(date.Year, date.Month, day)).ToList();
        var meant = days.Where(day => IsMeant(rule, day, days)).ToList();
        return rule.Position switch
        {
            null => meant.Contains(date),
            > 0 and var position => meant.Skip(position - 1).Take(1).Contains(date),
            { } position => Enumerable.Reverse(meant).Skip(-position - 1).Take(1).Contains(date),
        };
    }

    private static bool IsMeant(RecurrenceRule rule, LocalDate date, List<LocalDate> month)
    {
        var same = month.FindAll(day => day.DayOfWeek == date.DayOfWeek);
        var byDay = rule.Days.IsEmpty || rule.Days.Any(day => day.Day == date.DayOfWeek
            && (day.Ordinal == 0 || same.IndexOf(date) == day.Ordinal - 1 || same.Count - same.IndexOf(date) == -day.Ordinal));
        return byDay && (rule.MonthDays.IsEmpty
            || rule.MonthDays.Contains(date.Day)
            || rule.MonthDays.Contains(date.Day - month.Count - 1));
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
