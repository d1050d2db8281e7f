using NodaTime.Text;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>A moment as Graph writes it: a local time with seven decimals, and its zone.</summary>
internal sealed record MailboxTime(string? DateTime, string? TimeZone)
{
    /// <summary>The instant, or null when the time or the zone cannot be read.</summary>
    public Instant? ToInstant()
    {
        var local = LocalDateTimePattern.ExtendedIso.Parse(DateTime?.TrimEnd('Z') ?? "");
        return local.Success && MailboxZones.Find(TimeZone) is { } zone ? local.Value.InZoneLeniently(zone).ToInstant() : null;
    }

    public static MailboxTime Utc(Instant instant) => new(LocalDateTimePattern.ExtendedIso.Format(instant.InUtc().LocalDateTime), "UTC");

    public static LocalTime? ParseTime(string? text)
    {
        var time = LocalTimePattern.ExtendedIso.Parse(text ?? "");
        return time.Success ? time.Value : null;
    }
}
