using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Availability;

/// <summary>When someone works: as their calendar says, narrowed by what they told; without a calendar only what they told.</summary>
internal static class UsualHours
{
    private static readonly LocalTime OfficeStarts = new(9, 0);
    private static readonly LocalTime OfficeEnds = new(17, 0);

    public static WorkingHours Of(Preferences told, MailboxHours? mailbox, string zone) => mailbox is not null
        ? new WorkingHours(DaySets.Of(mailbox.Days), mailbox.Start, mailbox.End, mailbox.Zone)
        : new WorkingHours(
            told.Days is { Length: > 0 } days ? DaySets.Of(days) : WorkingHours.MondayToFriday,
            told.DayStarts ?? OfficeStarts,
            told.DayEnds ?? OfficeEnds,
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc);

    /// <summary>What the person told about themselves, where it takes time away; nothing when they told nothing.</summary>
    public static ImmutableArray<WorkingHours> Narrowing(Preferences told, DateTimeZone zone)
    {
        if (told.Days.Length == 0 && told.DayStarts is null && told.DayEnds is null)
        {
            return [];
        }

        ImmutableHashSet<IsoDayOfWeek> days = told.Days.Length > 0 ? [.. told.Days] : [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];
        return [new WorkingHours(days, told.DayStarts ?? LocalTime.Midnight, told.DayEnds ?? LocalTime.Midnight, zone)];
    }
}
