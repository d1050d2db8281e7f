namespace TeamsConnectBot.Core.Availability;

/// <summary>
/// When somebody works: the same hours on some days of every week. Part-time, night and weekend work are ordinary cases; an irregular
/// week is described by several of these together.
/// </summary>
/// <param name="Days">The days on which a shift begins.</param>
/// <param name="Start">The local time at which a shift begins.</param>
/// <param name="End">The local time at which it ends; when not after <paramref name="Start"/>, on the next day.</param>
/// <param name="Zone">The time zone of both times.</param>
public sealed record WorkingHours(ImmutableHashSet<IsoDayOfWeek> Days, LocalTime Start, LocalTime End, DateTimeZone Zone)
{
    /// <summary>Monday to Friday, the default for a pool.</summary>
    public static ImmutableHashSet<IsoDayOfWeek> MondayToFriday { get; } =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>
    /// The shifts that overlap a bounded interval, in order and not cut off at its edges. A start or end that a clock change makes
    /// ambiguous is read so that the shift is as short as possible.
    /// </summary>
    public IEnumerable<Interval> ShiftsIn(Interval interval)
    {
        var last = interval.End.InZone(Zone).Date;
        var hours = new DailySpan(Start, End);
        for (var day = interval.Start.InZone(Zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            if (Days.Contains(day.DayOfWeek)
                && hours.NarrowOn(day, Zone) is { } shift
                && shift.End > interval.Start
                && shift.Start < interval.End)
            {
                yield return shift;
            }
        }
    }
}
