using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Working hours and their zone, in one of the three ways Graph names a zone.</summary>
internal static class WorkingHoursJson
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss'.'fffffff");

    /// <param name="writer">Where to.</param>
    /// <param name="person">Whose; null for the service mailbox.</param>
    /// <param name="inside">Whether the object is already open.</param>
    public static void Write(Utf8JsonWriter writer, Person? person, bool inside = false)
    {
        var hours = person?.WorkingHours ?? WorkSchedule.Office;
        if (!inside)
        {
            writer.WriteStartObject("workingHours");
        }

        writer.WriteStartArray("daysOfWeek");
        foreach (var day in hours.Days.List())
        {
            writer.WriteStringValue(Name(day));
        }

        writer.WriteEndArray();
        writer.WriteString("startTime", Time.Format(hours.Start));
        writer.WriteString("endTime", Time.Format(hours.End));
        writer.WriteStartObject("timeZone");
        if (person?.ZoneForm == ZoneForm.Custom)
        {
            WriteCustom(writer, person.TimeZone);
        }
        else
        {
            writer.WriteString("name", ZoneName(person));
        }

        writer.WriteEndObject();
        if (!inside)
        {
            writer.WriteEndObject();
        }
    }

    public static string ZoneName(Person? person) => person switch
    {
        null => "UTC",
        { ZoneForm: ZoneForm.Iana } => person.Zone,
        _ => ZoneLookup.ToWindows(person.Zone),
    };

    /// <summary>A weekday as Graph writes it.</summary>
    public static string Name(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => "monday",
        IsoDayOfWeek.Tuesday => "tuesday",
        IsoDayOfWeek.Wednesday => "wednesday",
        IsoDayOfWeek.Thursday => "thursday",
        IsoDayOfWeek.Friday => "friday",
        IsoDayOfWeek.Saturday => "saturday",
        _ => "sunday",
    };

    // Written with the European rule: last Sundays of March and October. The generated custom zone is a European one.
    private static void WriteCustom(Utf8JsonWriter writer, DateTimeZone zone)
    {
        var standard = zone.GetUtcOffset(Instant.FromUtc(2026, 1, 1, 0, 0));
        var bias = -standard.Seconds / 60;
        var change = LocalTime.Midnight.PlusSeconds(standard.Seconds + 3600);
        writer.WriteString("@odata.type", "#microsoft.graph.customTimeZone");
        writer.WriteNumber("bias", bias);
        writer.WriteString("name", "Customized Time Zone");
        WriteOffset(writer, "standardOffset", change.PlusHours(1), 10, null);
        WriteOffset(writer, "daylightOffset", change, 3, -60);
    }

    private static void WriteOffset(Utf8JsonWriter writer, string property, LocalTime time, int month, int? daylightBias)
    {
        writer.WriteStartObject(property);
        if (daylightBias is { } minutes)
        {
            writer.WriteNumber("daylightBias", minutes);
        }

        writer.WriteString("time", Time.Format(time));
        writer.WriteNumber("dayOccurrence", 5);
        writer.WriteString("dayOfWeek", "sunday");
        writer.WriteNumber("month", month);
        writer.WriteNumber("year", 0);
        writer.WriteEndObject();
    }
}
