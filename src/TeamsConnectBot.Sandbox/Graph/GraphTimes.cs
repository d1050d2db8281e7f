using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Times as Graph writes them: seven fractional digits and no offset, with the zone beside it.</summary>
internal static class GraphTimes
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff'Z'");

    /// <summary>A <c>dateTimeTimeZone</c> in a body; null when it can't be read.</summary>
    public static (Instant Instant, string Zone)? Read(JsonElement? element)
    {
        if (element is not { } value || value.Text("dateTime") is not { } text)
        {
            return null;
        }

        var name = value.Text("timeZone") ?? "UTC";
        if (ZoneLookup.Find(name) is not { } zone)
        {
            return null;
        }

        if (ReadInstant(text) is { } instant)
        {
            return (instant, name);
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? (LocalDateTime.FromDateTime(local).InZoneLeniently(zone).ToInstant(), name)
            : null;
    }

    /// <summary>A time in a query: with an offset, or UTC.</summary>
    public static Instant? ReadQuery(string? text) => text is null ? null : ReadInstant(text) ?? ReadInstant(text + "Z");

    public static void Write(Utf8JsonWriter writer, string property, Instant instant, DateTimeZone zone, string zoneName)
    {
        writer.WriteStartObject(property);
        writer.WriteString("dateTime", Written.Format(instant.InZone(zone).LocalDateTime));
        writer.WriteString("timeZone", zoneName);
        writer.WriteEndObject();
    }

    public static string FormatUtc(Instant instant) => Utc.Format(instant);

    /// <summary>The zone the caller prefers answers in, and the name to write beside them.</summary>
    public static (DateTimeZone Zone, string Name)? Preferred(GraphCall request)
    {
        var name = request.Preference("outlook.timezone") ?? "UTC";
        return ZoneLookup.Find(name) is { } zone ? (zone, name) : null;
    }

    private static Instant? ReadInstant(string text) =>
        (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : null;
}
