using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Working hours and their zone, in one of the three ways Graph names a zone.</summary>
internal static class WorkingHoursJson
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss'.'fffffff");

    /// <param name="person">The person whose hours are written; null for the service mailbox.</param>
    public static JsonObject Describe(Person? person)
    {
        var hours = person?.WorkingHours ?? WorkSchedule.Office;
        return new JsonObject
        {
            ["daysOfWeek"] = Names(hours.Days.List()),
            ["startTime"] = Time.Format(hours.Start),
            ["endTime"] = Time.Format(hours.End),
            ["timeZone"] = person is { ZoneForm: ZoneForm.Custom } ? CustomZone(person.TimeZone) : new() { ["name"] = ZoneName(person) },
        };
    }

    public static string ZoneName(Person? person) => person switch
    {
        null => "UTC",
        { ZoneForm: ZoneForm.Iana } => person.Zone,
        _ => ZoneLookup.ToWindows(person.Zone),
    };

    /// <summary>A weekday as Graph writes it.</summary>
    public static string Name(IsoDayOfWeek day) => day.ToString().ToLowerInvariant();

    public static JsonArray Names(IEnumerable<IsoDayOfWeek> days) => [.. days.Select(day => (JsonNode)Name(day))];

    // Every generated custom zone is European, so the rules are the European ones: the last Sundays of March and October.
    private static JsonObject CustomZone(DateTimeZone zone)
    {
        var standard = zone.GetUtcOffset(Instant.FromUtc(2026, 1, 1, 0, 0)).Seconds;
        var change = LocalTime.Midnight.PlusSeconds(standard + 3600);
        var daylight = Transition(change, 3);
        daylight["daylightBias"] = -60;
        return new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.customTimeZone",
            ["bias"] = -standard / 60,
            ["name"] = "Customized Time Zone",
            ["standardOffset"] = Transition(change.PlusHours(1), 10),
            ["daylightOffset"] = daylight,
        };
    }

    private static JsonObject Transition(LocalTime time, int month) =>
        new() { ["time"] = Time.Format(time), ["dayOccurrence"] = 5, ["dayOfWeek"] = "sunday", ["month"] = month, ["year"] = 0 };
}
