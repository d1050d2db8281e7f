using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Pools;

/// <summary>When a round's answers close and which part of its week can be offered.</summary>
internal sealed record RoundTimes(Instant Now, Instant AnswersUntil, Slot Offerable)
{
    public static RoundTimes At(Instant now, PoolCalendar calendar, Week week)
    {
        var answersUntil = MeetingMoments.AnswersCloseAt(now, calendar);
        return new RoundTimes(now, answersUntil, OfferableHours.From(MeetingMoments.EarliestStart(answersUntil, calendar), week));
    }
}
