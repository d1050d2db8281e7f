using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Holds messages until after a day off, except news about a meeting that somebody may be on their way to.</summary>
internal sealed class DayOffHold(DaysOff daysOff, PoolCatalogue pools, TimeProvider clock)
{
    /// <summary>When a message is sent instead; null when it may be sent now.</summary>
    public Instant? Until(Message message, Participant person)
    {
        var now = clock.GetCurrentInstant();
        var limits = new NudgeLimits
        {
            Hours = UsualHours.Of(person.Preferences, null, person.Zone),
            Holidays = daysOff.OfPool(pools.Find(person.PoolId), now.InUtc().Year),
        };
        var today = now.InZone(limits.Hours.Zone).Date;
        if (!CanWait(message, today, limits.Hours.Zone) || !limits.Holidays.Contains(today))
        {
            return null;
        }

        return SendingWindow.Next(now, limits) ?? limits.Hours.Zone.AtStartOfDay(today.PlusDays(1)).ToInstant();
    }

    /// <summary>Whether a message no longer makes sense because the organisation closed the day after the message was planned.</summary>
    public bool IsPointless(Message message, Participant person) =>
        message.Kind == MessageKind.Reminder
        && daysOff.IsClosedOn(
            clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc).Date);

    // An invitation was planned around the days off of the person's own office; when it is late, those of the pool apply.
    private static bool CanWait(Message message, LocalDate today, DateTimeZone zone) => message.Kind switch
    {
        MessageKind.Invitation => message.DueAt.InZone(zone).Date != today,
        MessageKind.NoLuck or MessageKind.DidYouMeet or MessageKind.PauseEnding or MessageKind.UseVote => true,
        _ => false,
    };
}
