using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Availability;

/// <summary>
/// People's days by what they reported themselves, never by what their calendar shows: all that a rule may use, and an invitation's
/// facts may contain. Without a report, someone works Monday to Friday at the office.
/// </summary>
internal static class SelfReportedDays
{
    public static ImmutableHashSet<IsoDayOfWeek> WorkingOf(Preferences reported) =>
        reported.Days is { Length: > 0 } days ? DaySets.Of(days) : WorkingHours.MondayToFriday;

    public static IReadOnlySet<IsoDayOfWeek> OfficeOf(Preferences reported) =>
        reported.OfficeDays is { Length: > 0 } days ? DaySets.Of(days) : WorkingOf(reported);

    public static int RemoteOf(Preferences reported) => WorkingOf(reported).Except(OfficeOf(reported)).Count;
}
