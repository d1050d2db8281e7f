using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Availability;

/// <summary>
/// When somebody works: the same hours on some days of every week. Part-time, nights and weekends are ordinary cases;
/// irregular weeks are several of these together.
/// </summary>
/// <param name="Days">The days a shift begins on.</param>
/// <param name="Start">The local time a shift begins.</param>
/// <param name="End">The local time it ends; at or before <paramref name="Start"/> it ends on the next day.</param>
/// <param name="Zone">The zone of both times; see <see cref="ZoneNames"/> and <see cref="CustomTimeZone"/>.</param>
public sealed record WorkingHours(ImmutableHashSet<IsoDayOfWeek> Days, LocalTime Start, LocalTime End, DateTimeZone Zone)
{
    /// <summary>Monday to Friday, as most pools have it.</summary>
    public static ImmutableHashSet<IsoDayOfWeek> MondayToFriday { get; } =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>The shifts that share time with a bounded interval, in order and in full. A clock change is read so that no shift gets longer by doubt.</summary>
    public IEnumerable<Interval> ShiftsIn(Interval interval)
    {
        var first = interval.Start.InZone(Zone).Date.PlusDays(-1);
        var last = interval.End.InZone(Zone).Date;
        var hours = new DailySpan(Start, End);
        for (var day = first; day <= last; day = day.PlusDays(1))
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
