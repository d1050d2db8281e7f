using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Zones as people name them: by a city, in Dutch or English, or by their id.</summary>
internal static class ZoneNames
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    // Cities of zones that Dutch writes differently.
    private static readonly Dictionary<string, string> Dutch = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Athene"] = "Athens", ["Belgrado"] = "Belgrade", ["Berlijn"] = "Berlin", ["Boedapest"] = "Budapest", ["Boekarest"] = "Bucharest", ["Brussel"] = "Brussels",
        ["Caïro"] = "Cairo", ["Istanboel"] = "Istanbul", ["Kopenhagen"] = "Copenhagen", ["Lissabon"] = "Lisbon", ["Londen"] = "London", ["Luxemburg"] = "Luxembourg",
        ["Mexico-Stad"] = "Mexico City", ["Moskou"] = "Moscow", ["Parijs"] = "Paris", ["Praag"] = "Prague",
        ["Tokio"] = "Tokyo", ["Warschau"] = "Warsaw", ["Wenen"] = "Vienna",
    };

    private static readonly IReadOnlyList<string> Ids =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(location => location.ZoneId).Append("UTC").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The city of a zone's id, as an echo says it.</summary>
    public static string CityOf(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The same as somebody says it who speaks that language.</summary>
    public static string CityOf(string id, string language) =>
        language == "nl" && Dutch.FirstOrDefault(pair => Same(pair.Value, CityOf(id))).Key is { } dutch ? dutch : CityOf(id);

    /// <summary>The zones a name can mean: one when it is clear, some when it begins several, none when it is unknown.</summary>
    public static IReadOnlyList<string> Find(string name)
    {
        var wanted = Dutch.GetValueOrDefault(name.Trim(), name.Trim()).Replace('_', ' ');
        if (wanted.Length == 0)
        {
            return [];
        }

        var exact = Ids.Where(id => Same(CityOf(id), wanted) || Same(id.Replace('_', ' '), wanted)).ToList();
        if (exact.Count > 0)
        {
            return exact;
        }

        // An older name, such as US/Eastern, leads to the zone it now stands for.
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Trim()) is { } zone
            ? [TzdbDateTimeZoneSource.Default.CanonicalIdMap[zone.Id]]
            : [.. Ids.Where(id => Compare.IsPrefix(CityOf(id), wanted, Options))];
    }

    private static bool Same(string one, string other) => Compare.Compare(one, other, Options) == 0;

    private static CompareInfo Compare => CultureInfo.InvariantCulture.CompareInfo;
}
