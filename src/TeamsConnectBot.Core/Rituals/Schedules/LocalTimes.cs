using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>A planned local time made into a moment.</summary>
internal static class LocalTimes
{
    /// <summary>
    /// The moment a local time stands for: in an overlap the earlier, in a gap moved forward by the gap's length (RFC 5545 3.3.5).
    /// Null when the whole date doesn't exist, as 30 December 2011 in Samoa: moving it would put a second one on the next date.
    /// </summary>
    public static ZonedDateTime? Resolve(LocalDateTime planned, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(planned);
        return mapping.Count switch
        {
            0 when mapping.LateInterval.IsoLocalStart - mapping.EarlyInterval.IsoLocalEnd is var gap && gap.Days >= 1 => null,
            0 => planned.InZoneLeniently(zone),
            _ => mapping.First(),
        };
    }
}
