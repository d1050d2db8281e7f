using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Pools;

/// <summary>When a round's answers close and what of its week can be offered.</summary>
internal sealed record RoundTimes(Instant Now, Instant AnswersUntil, Slot Offerable)
{
    public static RoundTimes At(Instant now, PoolCalendar calendar, Week week)
    {
        var answersUntil = MeetingMoments.AnswersCloseAt(now, calendar);
        return new RoundTimes(now, answersUntil, OfferableHours.From(MeetingMoments.EarliestStart(answersUntil, calendar), week));
    }
}
