using System.Collections.Concurrent;
using NodaTime.TimeZones;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>Time zones as mailboxes name them: Windows or IANA.</summary>
internal static class MailboxZones
{
    private static readonly Dictionary<string, string> WindowsToTzdb =
        new(TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.ToDictionary(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Tzdb =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    // Long enough to include every recurring rule and the changes already decided for the coming years.
    private static readonly Interval Compared = new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2037, 1, 1, 0, 0));

    private static readonly ConcurrentDictionary<string, string?> Named = new(StringComparer.Ordinal);

    // A round asks this once for each person, and there are only as many answers as offices.
    private static readonly ConcurrentDictionary<(string Zone, string Country), string?> InCountries = [];

    /// <summary>The zone with that name, or null when it is unknown.</summary>
    public static DateTimeZone? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        if (name.ToUpperInvariant() is "TZONE://MICROSOFT/UTC" or "UTC")
        {
            return DateTimeZone.Utc;
        }

        var id = WindowsToTzdb.GetValueOrDefault(name) ?? Tzdb.GetValueOrDefault(name);
        return id is null ? null : DateTimeZoneProviders.Tzdb[id];
    }

    /// <summary>The Windows name of a zone; Exchange knows only some IANA names. Null when there is none.</summary>
    public static string? WindowsName(DateTimeZone zone) => WindowsNameOf(zone.Id);

    /// <summary>
    /// A mailbox's zone under the name of the person's own region: a Windows zone spans countries, and its first city is seldom theirs.
    /// </summary>
    /// <param name="zone">The mailbox's zone.</param>
    /// <param name="own">The person's zones, the most reliable first: their office's, their own, their pool's.</param>
    public static DateTimeZone AtHome(DateTimeZone zone, params IEnumerable<string?> own) =>
        WindowsName(zone) is { } name && own.FirstOrDefault(id => id is not null && WindowsNameOf(id) == name) is { } known
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(known) ?? zone
            : zone;

    /// <summary>A zone in a country that has the same Windows name as a mailbox's zone; null when there is none.</summary>
    public static string? InCountry(DateTimeZone zone, string country) =>
        InCountries.GetOrAdd((zone.Id, country), key => FindInCountry(key.Zone, key.Country));

    /// <summary>
    /// Whether a zone is the first city of a Windows zone that spans several countries. A mailbox says no more than that, so the person
    /// may be in another country.
    /// </summary>
    public static bool IsVague(string id) =>
        WindowsNameOf(id) is { } name
        && TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var first) && first == id
        && TzdbDateTimeZoneSource.Default.WindowsMapping.MapZones.Count(map => map.WindowsId == name && map.Territory != "001") > 1;

    private static string? FindInCountry(string zone, string country) => TzdbDateTimeZoneSource.Default.ZoneLocations?
        .Where(place => place.CountryCode.Equals(country, StringComparison.OrdinalIgnoreCase))
        .FirstOrDefault(place => WindowsNameOf(place.ZoneId) == WindowsNameOf(zone))?.ZoneId;

    private static string? WindowsNameOf(string id) => Named.GetOrAdd(id, FindWindowsName);

    // Older ids, such as CST6CDT, have no Windows name of their own; a zone with the same offsets does.
    private static string? FindWindowsName(string id)
    {
        var source = TzdbDateTimeZoneSource.Default;
        if (source.TzdbToWindowsIds.GetValueOrDefault(id) is { } name)
        {
            return name;
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone && ClockOf(zone) is var clock
            ? source.WindowsMapping.PrimaryMapping.OrderByDescending(
                primary => source.WindowsMapping.MapZones.Count(map => map.WindowsId == primary.Key))
                .ThenBy(primary => primary.Key.Length)
                .FirstOrDefault(primary => ClockOf(DateTimeZoneProviders.Tzdb[primary.Value]).SequenceEqual(clock)).Key
            : null;
    }

    private static IEnumerable<(Instant, Offset)> ClockOf(DateTimeZone zone) =>
        zone.GetZoneIntervals(Compared)
            .Select(interval => (Instant.Max(interval.HasStart ? interval.Start : Instant.MinValue, Compared.Start), interval.WallOffset));
}
