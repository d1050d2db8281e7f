using NodaTime;

namespace TeamsConnectBot.Core.Availability;

/// <summary>Turns working hours and a calendar into the quarter hours in which somebody could meet.</summary>
public static class AvailabilityBuilder
{
    /// <summary>Builds the availability of someone with one pattern of working hours.</summary>
    /// <inheritdoc cref="Build(Week, IReadOnlyCollection{WorkingHours}, IEnumerable{Interval}, AvailabilityRules)"/>
    public static WeekAvailability Build(Week week, WorkingHours hours, IEnumerable<Interval> busy, AvailabilityRules rules) =>
        Build(week, [hours], busy, rules);

    /// <summary>
    /// Builds the availability of someone with several patterns of working hours, for instance of a person without a mailbox who
    /// gave their gaps themselves (each gap a pattern, nothing busy). Without any pattern nothing is free.
    /// </summary>
    /// <param name="week">The round's week.</param>
    /// <param name="hours">The working hours, taken together.</param>
    /// <param name="busy">What blocks time (see <see cref="FreeBusyStatuses.CountsAsBusy"/>); may lie outside the week, overlap or be unbounded.</param>
    /// <param name="rules">Margin, break, wishes, focus time and holidays.</param>
    /// <returns>The quarter hours that lie wholly inside the hours and touch nothing that blocks time.</returns>
    public static WeekAvailability Build(Week week, IReadOnlyCollection<WorkingHours> hours, IEnumerable<Interval> busy, AvailabilityRules rules)
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
            .Concat(rules.FocusTime.Select(focus => Touched(week, focus, Duration.Zero)))
            .Concat(DaysAway(week, hours.First().Zone, rules));
        return free.Without(WeekAvailability.FromSlots(blocked.OfType<Slot>()));
    }

    private static WeekAvailability Inside(Week week, IReadOnlyCollection<WorkingHours> hours)
    {
        var all = new Interval(week.Start, week.End);
        return WeekAvailability.FromSlots(hours.SelectMany(pattern => pattern.ShiftsIn(all)).Select(shift => WhollyIn(week, shift)).OfType<Slot>());
    }

    private static IEnumerable<Slot?> DaysAway(Week week, DateTimeZone zone, AvailabilityRules rules)
    {
        // A day on either side: local dates reach over the edges of a week counted in UTC.
        for (var day = week.Monday.PlusDays(-2); day <= week.Monday.PlusDays(8); day = day.PlusDays(1))
        {
            if (rules.Holidays.Contains(day))
            {
                yield return Touched(week, zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
            }

            if (rules.LunchBreak?.WideOn(day, zone) is { } pause)
            {
                yield return Touched(week, pause, Duration.Zero);
            }
        }
    }

    private static Slot? WhollyIn(Week week, Interval interval)
    {
        var start = week.QuarterHourOf(interval.Start - Duration.Epsilon) + 1;
        return Clipped(start, week.QuarterHourOf(interval.End));
    }

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
