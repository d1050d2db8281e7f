using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Holds messages until after a day off, except news about a meeting that somebody may be on their way to. An invitation that is late,
/// for example after an outage, also waits for the person's working hours and for the end of the pool's quiet hours; so do thanks,
/// questions for the host, questions about how it went, the end of a pause, and what waits for the works council.
/// </summary>
internal sealed class MessageHold(DaysOff daysOff, PoolCatalogue pools, TimeProvider clock)
{
    // The moment of an invitation was planned by the working hours in the person's calendar, which are not stored. Up to this much later it
    // still suits.
    private static readonly Duration Late = Duration.FromHours(1);

    /// <summary>When a message is sent instead; null when it may be sent now.</summary>
    public Instant? Until(Message message, Participant person)
    {
        var now = clock.GetCurrentInstant();
        var limits = LimitsOf(person);
        var today = now.InZone(limits.Hours.Zone).Date;
        if (!Waits(message, now, limits.Holidays.Contains(today)))
        {
            return null;
        }

        var next = SendingWindow.Next(now, limits) ?? limits.Hours.Zone.AtStartOfDay(today.PlusDays(1)).ToInstant();
        return next > now ? next : null;
    }

    /// <summary>When a message does not disturb a person, by the hours they reported, their pool's quiet hours and its days off.</summary>
    public NudgeLimits LimitsOf(Participant person)
    {
        var pool = pools.Find(person.PoolId);
        return new NudgeLimits
        {
            Hours = UsualHours.Of(person.Preferences, null, person.Zone),
            Holidays = daysOff.OfPool(pool, clock.GetCurrentInstant().InUtc().Year),
            QuietHours = DailyHours.Parse(pool.QuietHours),
        };
    }

    /// <summary>Whether a message no longer makes sense because the organisation closed the day after the message was planned.</summary>
    public bool IsPointless(Message message, Participant person) =>
        message.Kind == MessageKind.Reminder
        && daysOff.IsClosedOn(
            clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc).Date);

    private static bool Waits(Message message, Instant now, bool isDayOff) => message.Kind switch
    {
        // After a failure, DueAt is the time of the next attempt and no longer the planned moment.
        _ when message.IsAskedOnce => message.Failure is not null || message.DueAt < now - Late,
        MessageKind.NoLuck or MessageKind.UseVote => isDayOff,

        // They come when somebody else clicks, after work or late, and none is urgent.
        MessageKind.HelpThanks or MessageKind.HelpToHost or MessageKind.HelpReported or MessageKind.ApprovalWaits
            or MessageKind.DidYouMeet or MessageKind.DidItHelp or MessageKind.PauseEnding => true,
        _ => false,
    };
}
