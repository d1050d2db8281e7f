namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>Maps local times to moments.</summary>
internal static class LocalTimes
{
    /// <summary>
    /// The moment of a local time: the earlier one if the clock shows it twice, moved forward by the length of the gap if the clock
    /// skips it (RFC 5545 3.3.5). Null if the zone skips the whole date, like Samoa on 30 December 2011: moving that occurrence would
    /// put two of them on the next date.
    /// </summary>
    public static ZonedDateTime? Resolve(LocalDateTime planned, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(planned);
        return mapping.Count switch
        {
            0 when mapping.LateInterval.IsoLocalStart - mapping.EarlyInterval.IsoLocalEnd is { Days: >= 1 } => null,
            0 => planned.InZoneLeniently(zone),
            _ => mapping.First(),
        };
    }
}
