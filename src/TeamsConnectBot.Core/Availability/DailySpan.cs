using NodaTime.TimeZones;
using static NodaTime.TimeZones.Resolvers;

namespace TeamsConnectBot.Core.Availability;

/// <summary>A time of day that recurs daily, such as a lunch break or quiet hours.</summary>
/// <param name="From">The local time at which it begins.</param>
/// <param name="To">The local time at which it ends; when not after <paramref name="From"/>, on the next day.</param>
public readonly record struct DailySpan(LocalTime From, LocalTime To)
{
    // A clock change makes some local times ambiguous and skips others. A span that makes time available is read as short as possible,
    // a span that takes time away as long as possible: time about which there is doubt is not free.
    private static readonly ZoneLocalMappingResolver Later = CreateMappingResolver(ReturnLater, ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Earlier = CreateMappingResolver(ReturnEarlier, ReturnStartOfIntervalAfter);

    /// <summary>The span that begins on a day, as short as a clock change allows it to be read; null when nothing is left of it.</summary>
    internal Interval? NarrowOn(LocalDate day, DateTimeZone zone) => On(day, zone, Later, Earlier);

    /// <summary>The span that begins on a day, as long as a clock change allows it to be read; null when nothing is left of it.</summary>
    internal Interval? WideOn(LocalDate day, DateTimeZone zone) => On(day, zone, Earlier, Later);

    private Interval? On(LocalDate day, DateTimeZone zone, ZoneLocalMappingResolver atStart, ZoneLocalMappingResolver atEnd)
    {
        var start = zone.ResolveLocal(day.At(From), atStart).ToInstant();
        var end = zone.ResolveLocal((To <= From ? day.PlusDays(1) : day).At(To), atEnd).ToInstant();
        return end > start ? new Interval(start, end) : null;
    }
}
