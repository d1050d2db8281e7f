namespace TeamsConnectBot.Core.Availability;

/// <summary>Turns working hours and a calendar into the quarter hours in which somebody could meet.</summary>
public static class AvailabilityBuilder
{
    /// <summary>
    /// Builds the availability of one person. Someone without a mailbox who gave their gaps themselves has one pattern of working hours
    /// per gap and an empty calendar.
    /// </summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="hours">All patterns of working hours the person has; without any, nothing is free.</param>
    /// <param name="busy">The calendar's intervals that are not free; they may overlap, lie outside the week or be unbounded. Focus time
    /// is among them: Outlook and Viva Insights book it as a busy appointment, so it needs no source of its own.</param>
    /// <param name="rules">Margin, break, preferences and holidays.</param>
    /// <returns>The quarter hours that lie entirely within the hours and touch nothing that blocks time.</returns>
    public static WeekAvailability Build(
        Week week, IReadOnlyCollection<WorkingHours> hours, IEnumerable<Interval> busy, AvailabilityRules rules)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(busy);
        ArgumentNullException.ThrowIfNull(rules);
        if (hours.Count == 0)
        {
            return WeekAvailability.None;
        }

        var free = Inside(week, hours);
        if (rules.UsualHours.Length > 0)
        {
            free = free.And(Inside(week, rules.UsualHours));
        }

        var margin = Duration.FromMinutes(rules.MarginMinutes);
        var blocked = busy.Select(meeting => Touched(week, meeting, margin))
            .Concat(DaysOffAndBreaks(week, hours.First().Zone, rules));
        return free.Without(WeekAvailability.FromSlots(blocked.OfType<Slot>()));
    }

    private static WeekAvailability Inside(Week week, IReadOnlyCollection<WorkingHours> hours)
    {
        var shifts = hours.SelectMany(pattern => pattern.ShiftsIn(new Interval(week.Start, week.End)));
        return WeekAvailability.FromSlots(shifts.Select(shift => WhollyIn(week, shift)).OfType<Slot>());
    }

    private static IEnumerable<Slot?> DaysOffAndBreaks(Week week, DateTimeZone zone, AvailabilityRules rules)
    {
        // Two days on either side: local dates reach over the edges of a week counted in UTC, and a break may begin the day before.
        for (var day = week.Monday.PlusDays(-2); day <= week.Monday.PlusDays(8); day = day.PlusDays(1))
        {
            if (rules.Holidays.Contains(day))
            {
                yield return Touched(week, zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
            }

            if (rules.LunchBreak?.WideOn(day, zone) is { } lunch)
            {
                yield return Touched(week, lunch, Duration.Zero);
            }
        }
    }

    private static Slot? WhollyIn(Week week, Interval interval) =>
        Clipped(week.QuarterHourOf(interval.Start - Duration.Epsilon) + 1, week.QuarterHourOf(interval.End));

    private static Slot? Touched(Week week, Interval interval, Duration margin) => Touched(
        week,
        interval.HasStart && interval.Start > week.Start ? interval.Start - margin : week.Start,
        interval.HasEnd && interval.End < week.End ? interval.End + margin : week.End);

    private static Slot? Touched(Week week, Instant start, Instant end) =>
        Clipped(week.QuarterHourOf(start), week.QuarterHourOf(end - Duration.Epsilon) + 1);

    private static Slot? Clipped(int start, int end)
    {
        start = Math.Max(start, 0);
        end = Math.Min(end, Week.QuarterHours);
        return end > start ? new Slot(start, end - start) : null;
    }
}
