using Microsoft.Bot.Schema;

namespace TeamsConnectBot.Conversations;

internal static class ActivityZone
{
    /// <summary>The sender's time zone; null when the activity does not give a known one.</summary>
    public static string? ZoneOrNull(this Activity activity) =>
        activity.LocalTimezone is { Length: > 0 } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null;
}
