using static TeamsConnectBot.Core.HelpRequests.HelpRequestEffect;
using static TeamsConnectBot.Core.HelpRequests.HelpRequestEvent;
using static TeamsConnectBot.Core.HelpRequests.HelpRequestState;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>
/// A question to a colleague, from draft to end. Waves follow the clock and the announced moment is fixed at sending, so nothing in it
/// depends on who declined. Events are idempotent: one that arrives twice changes nothing the second time.
/// </summary>
public static class HelpRequestMachine
{
    /// <summary>Whether it counts as the one question that a person may have at a time. A draft does not: a new one replaces it.</summary>
    public static bool IsUnderWay(this HelpRequestState state) => state is Open or Taken or Arranged;

    /// <summary>Whether nothing can happen to it any more.</summary>
    public static bool IsEnded(this HelpRequestState state) => state is WithHost or NotTaken or Withdrawn or Over;

    /// <summary>
    /// What the asker may know. A yes that is still being arranged looks like none: if it cannot be arranged in time, the asker reads the
    /// same as when nobody said yes.
    /// </summary>
    public static HelpRequestState AsAskerSeesIt(this HelpRequestState state) => state == Taken ? Open : state;

    /// <summary>Applies an event.</summary>
    public static HelpRequestStep Apply(HelpRequestState state, HelpRequestEvent happened) => (state, happened) switch
    {
        (Draft, SentToColleagues) => To(Open, PlanWaves),
        (Draft, SentToHost) => To(WithHost, TellHost, BeginForgetting),

        // A second click on 'send', after whatever came of the first.
        (not Draft and not Withdrawn, SentToColleagues or SentToHost) => To(state),

        (Open, WasTaken) => To(Taken, StopWaves, MakeMeeting, ShowTakenCareOf),
        (Taken, WasArranged) => To(Arranged),
        (Arranged, WasArranged) => To(state),

        (Open, MomentCame) => To(NotTaken, StopWaves, ShowNoLongerNeeded, TellNotTaken, BeginForgetting),
        (Taken, MomentCame) => To(NotTaken, DropMeeting, ShowNoLongerNeeded, TellNotTaken, BeginForgetting),
        (not Draft, MomentCame) => To(state),

        (Taken or Arranged, CameFree) => To(Open, ResumeWaves),
        (Taken, FellThrough) => To(NotTaken, ShowNoLongerNeeded, TellNotTaken, BeginForgetting),

        // The meeting's own message told the asker that it is off.
        (Arranged, FellThrough) => To(Over, ShowNoLongerNeeded, BeginForgetting),
        (Arranged, MeetingPassed) => To(Over, ShowNoLongerNeeded, AskWhetherItHelped, BeginForgetting),
        (NotTaken or Withdrawn or Over, CameFree or FellThrough or MeetingPassed) or (Open, CameFree) => To(state),

        (Draft, TakenBack or AskerLeft) => To(Withdrawn, BeginForgetting),
        (Open, TakenBack or AskerLeft) => To(Withdrawn, StopWaves, ShowNoLongerNeeded, BeginForgetting),
        (Taken, TakenBack or AskerLeft) => To(Withdrawn, DropMeeting, ShowNoLongerNeeded, BeginForgetting),

        // The meeting is called off by its own machine, which tells the helper.
        (Arranged, TakenBack or AskerLeft) => To(Withdrawn, ShowNoLongerNeeded, BeginForgetting),
        (_, TakenBack or AskerLeft) => To(state),

        _ => new HelpRequestStep(state, [], Accepted: false),
    };

    private static HelpRequestStep To(HelpRequestState state, params ImmutableArray<HelpRequestEffect> effects) =>
        new(state, effects, Accepted: true);
}
