namespace TeamsConnectBot.Core.Availability;

/// <summary>The hours over which people can have lunch together, and what is free of them.</summary>
public static class LunchTime
{
    /// <summary>The lunch hours where no others are set: 12:00 to 13:30.</summary>
    public static DailySpan Usual { get; } = new(new LocalTime(12, 0), new LocalTime(13, 30));

    /// <summary>The quarter hours that lie entirely within the lunch hours of a week's days, in a person's own time zone.</summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="zone">The zone in which the person's days are counted.</param>
    /// <param name="hours">The lunch hours. What a clock change makes doubtful is left out.</param>
    public static WeekAvailability In(Week week, DateTimeZone zone, DailySpan hours)
    {
        ArgumentNullException.ThrowIfNull(zone);

        // One day on either side: local dates reach over the edges of a week counted in UTC.
        var days = Enumerable.Range(-1, 9).Select(week.Monday.PlusDays);
        return WeekAvailability.FromSlots(
            days.Select(day => hours.NarrowOn(day, zone)).OfType<Interval>().Select(span => WhollyIn(week, span)).OfType<Slot>());
    }

    private static Slot? WhollyIn(Week week, Interval span)
    {
        var start = Math.Max(0, week.QuarterHourOf(span.Start - Duration.Epsilon) + 1);
        var end = Math.Min(Week.QuarterHours, week.QuarterHourOf(span.End));
        return end > start ? new Slot(start, end - start) : null;
    }
}
