using NodaTime.TimeZones;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Time zones by the names mailboxes use: Windows and IANA.</summary>
internal static class ZoneLookup
{
    public static DateTimeZone? Find(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.GetValueOrDefault(name, name));

    public static string ToWindows(string tzdb) => TzdbDateTimeZoneSource.Default.TzdbToWindowsIds.GetValueOrDefault(tzdb, tzdb);
}
