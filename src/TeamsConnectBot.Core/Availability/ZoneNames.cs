using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace TeamsConnectBot.Core.Availability;

/// <summary>Finds a zone by the names Microsoft 365 uses: Windows names (<c>W. Europe Standard Time</c>) and IANA ids (<c>Europe/Amsterdam</c>).</summary>
public static class ZoneNames
{
    private static readonly FrozenDictionary<string, string> Ids = AllIds();

    /// <summary>Finds a zone by its Windows or IANA name, in any case.</summary>
    /// <exception cref="UnknownTimeZoneException">The name is neither; its owner's hours are unknown, and unknown is never free.</exception>
    public static DateTimeZone Resolve(string? name) =>
        TryResolve(name, out var zone)
            ? zone
            : throw new UnknownTimeZoneException($"'{name}' is neither a Windows nor an IANA time zone.");

    /// <summary>Finds a zone by its Windows or IANA name, in any case; false when it is neither.</summary>
    public static bool TryResolve(string? name, [NotNullWhen(true)] out DateTimeZone? zone)
    {
        zone = name is not null && Ids.TryGetValue(name.Trim(), out var id) ? DateTimeZoneProviders.Tzdb[id] : null;
        return zone is not null;
    }

    private static FrozenDictionary<string, string> AllIds()
    {
        var source = TzdbDateTimeZoneSource.Default;
        var ids = new Dictionary<string, string>(source.WindowsMapping.PrimaryMapping, StringComparer.OrdinalIgnoreCase);
        foreach (var id in source.GetIds())
        {
            ids[id] = id;
        }

        return ids.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
