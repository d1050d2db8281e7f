using TeamsConnectBot.Data;

namespace TeamsConnectBot.Signals;

/// <summary>Which days from the organisation's sources may be kept about somebody.</summary>
internal static class SourceDays
{
    /// <summary>Whether it is the day of their consent or a later one, and began after their last pause.</summary>
    public static bool MayBeKept(Participant person, LocalDate day)
    {
        if (person.SourcesAllowedAt is not { } since)
        {
            return false;
        }

        // The report's days are in UTC, and the person's own day may begin earlier or later.
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
        var begins = Instant.Min(zone.AtStartOfDay(day).ToInstant(), day.AtMidnight().InUtc().ToInstant());
        var allowed = LocalDate.Max(since.InZone(zone).Date, since.InUtc().Date);
        return day >= allowed && !(begins < person.PausedUntil);
    }
}
