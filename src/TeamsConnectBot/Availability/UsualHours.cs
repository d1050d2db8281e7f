using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Availability;

/// <summary>
/// When someone works: their calendar's hours, which what they reported narrows; without a calendar only what they reported.
/// </summary>
internal static class UsualHours
{
    private static readonly LocalTime OfficeStarts = new(9, 0);
    private static readonly LocalTime OfficeEnds = new(17, 0);

    public static WorkingHours Of(Preferences reported, MailboxHours? mailbox, string zone) => mailbox is not null
        ? new WorkingHours(DaySets.Of(mailbox.Days), mailbox.Start, mailbox.End, mailbox.Zone)
        : new WorkingHours(
            SelfReportedDays.WorkingOf(reported),
            reported.DayStarts ?? OfficeStarts,
            reported.DayEnds ?? OfficeEnds,
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc);

    /// <summary>The hours the person reported, to narrow their calendar's; empty when they reported none.</summary>
    public static ImmutableArray<WorkingHours> Narrowing(Preferences reported, DateTimeZone zone)
    {
        if (reported is { Days.Length: 0, DayStarts: null, DayEnds: null })
        {
            return [];
        }

        var days = reported.Days.Length > 0 ? DaySets.Of(reported.Days) : DaySets.EveryDay;
        return [new WorkingHours(days, reported.DayStarts ?? LocalTime.Midnight, reported.DayEnds ?? LocalTime.Midnight, zone)];
    }
}
