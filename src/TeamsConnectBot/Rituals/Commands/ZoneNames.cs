using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Zones as people name them: by a city, in Dutch or English, or by their id.</summary>
internal static class ZoneNames
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly IReadOnlyList<string> Ids =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(location => location.ZoneId).Append("UTC").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The zones a name can mean: one when it is clear, some when it begins several, none when it is unknown.</summary>
    public static IReadOnlyList<string> Find(string name)
    {
        var wanted = ZoneCities.InEnglish(name.Trim()).Replace('_', ' ');
        if (wanted.Length == 0)
        {
            return [];
        }

        var exact = Ids.Where(id => Same(ZoneCities.Of(id, Language.English), wanted) || Same(id.Replace('_', ' '), wanted)).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        // An older name, such as US/Eastern, leads to the zone it now stands for.
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Trim()) is { } zone
            ? [TzdbDateTimeZoneSource.Default.CanonicalIdMap[zone.Id]]
            : [.. Ids.Where(id => Compare.IsPrefix(ZoneCities.Of(id, Language.English), wanted, Options))];
    }

    private static bool Same(string one, string other) => Compare.Compare(one, other, Options) == 0;

    private static CompareInfo Compare => CultureInfo.InvariantCulture.CompareInfo;
}
