using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.Conversations;

internal static class ActivityZone
{
    /// <summary>The sender's time zone; null when the activity does not give a known one, as with installations.</summary>
    public static string? ZoneOrNull(this Activity activity) =>
        KnownOrNull(activity.LocalTimezone) ?? KnownOrNull(activity.ClientTimeZone());

    private static string? KnownOrNull(string? zone) =>
        zone is { Length: > 0 } && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null;
}
