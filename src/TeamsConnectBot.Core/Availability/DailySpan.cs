using NodaTime;
using NodaTime.TimeZones;

namespace TeamsConnectBot.Core.Availability;

/// <summary>A span of the clock that returns every day, such as a lunch break or quiet hours.</summary>
/// <param name="From">The local time it begins.</param>
/// <param name="To">The local time it ends; at or before <paramref name="From"/> it ends on the next day.</param>
public readonly record struct DailySpan(LocalTime From, LocalTime To)
{
    // A clock change makes a local time ambiguous or skips it. A span that grants time is read as short as possible …
    private static readonly ZoneLocalMappingResolver NarrowStart = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver NarrowEnd = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    // … and a span that takes time away as long as possible: unknown is never free.
    private static readonly ZoneLocalMappingResolver WideStart = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver WideEnd = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The span that begins on a day, with a clock change never making it longer than the shorter reading; null when nothing is left.</summary>
    internal Interval? NarrowOn(LocalDate day, DateTimeZone zone) => On(day, zone, NarrowStart, NarrowEnd);

    /// <summary>The span that begins on a day, with a clock change never making it shorter than the longer reading; null when nothing is left.</summary>
    internal Interval? WideOn(LocalDate day, DateTimeZone zone) => On(day, zone, WideStart, WideEnd);

    private Interval? On(LocalDate day, DateTimeZone zone, ZoneLocalMappingResolver atStart, ZoneLocalMappingResolver atEnd)
    {
        var start = zone.ResolveLocal(day.At(From), atStart).ToInstant();
        var end = zone.ResolveLocal((To <= From ? day.PlusDays(1) : day).At(To), atEnd).ToInstant();
        return end > start ? new Interval(start, end) : null;
    }
}
