using NodaTime.Text;
using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Times as Graph writes them: seven fractional digits and no offset, with the zone beside it.</summary>
internal static class GraphTimes
{
    private const string Digits = "uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff";

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(Digits);
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture(Digits + "'Z'");

    /// <summary>The response to a request whose preferred time zone is unknown.</summary>
    public static GraphReply UnknownZone => GraphReply.Error(400, "ErrorInvalidTimeZone", "The preferred time zone isn't known.");

    /// <summary>A <c>dateTimeTimeZone</c> in a body; null when it can't be read.</summary>
    public static (Instant Instant, string Zone)? Read(JsonElement? element)
    {
        var name = element?.Text("timeZone") ?? "UTC";
        if (element?.Text("dateTime") is not { } text || ZoneLookup.Find(name) is not { } zone)
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

    /// <summary>A time in a query; one without an offset is UTC.</summary>
    public static Instant? ReadQuery(string? text) => text is null ? null : ReadInstant(text) ?? ReadInstant(text + "Z");

    public static JsonObject Describe(Instant instant, (DateTimeZone Zone, string Name) zone) =>
        new() { ["dateTime"] = Format(instant, zone.Zone), ["timeZone"] = zone.Name };

    public static string Format(Instant instant, DateTimeZone zone) => Local.Format(instant.InZone(zone).LocalDateTime);

    public static string FormatUtc(Instant instant) => Utc.Format(instant);

    /// <summary>The zone in which the caller wants times in the response, and its name as the caller wrote it.</summary>
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
