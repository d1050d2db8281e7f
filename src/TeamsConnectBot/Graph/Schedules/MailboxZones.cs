using NodaTime;
using NodaTime.TimeZones;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>Time zones as mailboxes name them: Windows or IANA.</summary>
internal static class MailboxZones
{
    private static readonly Dictionary<string, string> WindowsToTzdb =
        new(TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.ToDictionary(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Tzdb =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone with that name, or null when nobody knows it.</summary>
    public static DateTimeZone? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        if (name.Equals("tzone://Microsoft/Utc", StringComparison.OrdinalIgnoreCase) || name.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return DateTimeZone.Utc;
        }

        var id = WindowsToTzdb.GetValueOrDefault(name) ?? Tzdb.GetValueOrDefault(name);
        return id is null ? null : DateTimeZoneProviders.Tzdb[id];
    }

    /// <summary>The Windows name of a zone; Exchange knows only some IANA names. Null when there is none.</summary>
    public static string? WindowsName(DateTimeZone zone) => TzdbDateTimeZoneSource.Default.TzdbToWindowsIds.GetValueOrDefault(zone.Id);
}
