using NodaTime;
using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Keeps what can wait until after a day off. News about a meeting somebody may be on their way to never waits.</summary>
internal sealed class DayOffHold(DaysOff daysOff, PoolCatalogue pools, TimeProvider clock)
{
    /// <summary>When a message goes instead; null when it may go now.</summary>
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

    /// <summary>Whether a message has nothing to say on a day the organisation closed after it was planned.</summary>
    public bool IsPointless(Message message, Participant person) =>
        message.Kind == MessageKind.Reminder
        && daysOff.IsClosedOn(
            clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc).Date);

    // An invitation was planned by the days off of the person's own office; late, it goes by the pool's.
    private static bool CanWait(Message message, LocalDate today, DateTimeZone zone) => message.Kind switch
    {
        MessageKind.Invitation => message.DueAt.InZone(zone).Date != today,
        MessageKind.NoLuck or MessageKind.DidYouMeet or MessageKind.PauseEnding or MessageKind.UseVote => true,
        _ => false,
    };
}
