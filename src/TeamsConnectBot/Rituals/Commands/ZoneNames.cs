using System.Globalization;
using NodaTime.TimeZones;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Finds time zones by the name of a city, in Dutch or English, or by their id.</summary>
internal static class ZoneNames
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly IReadOnlyList<string> Ids =
    [
        .. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(location => location.ZoneId).Append("UTC").Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The zones that a name can mean: several when more than one begins with it, none when it is unknown.</summary>
    public static IReadOnlyList<string> Find(string name)
    {
        var wanted = ZoneCities.InEnglish(name.Trim()).Replace('_', ' ');
        if (wanted.Length == 0)
        {
            return [];
        }

        var exact = Ids.Where(id => IsSame(ZoneCities.Of(id, Language.English), wanted) || IsSame(id.Replace('_', ' '), wanted)).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        // An older id, such as US/Eastern, is replaced by the current id of that zone.
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Trim()) is { } zone
            ? [TzdbDateTimeZoneSource.Default.CanonicalIdMap[zone.Id]]
            : [.. Ids.Where(id => Compare.IsPrefix(ZoneCities.Of(id, Language.English), wanted, Options))];
    }

    private static bool IsSame(string one, string other) => Compare.Compare(one, other, Options) == 0;

    private static CompareInfo Compare => CultureInfo.InvariantCulture.CompareInfo;
}
