using static TeamsConnectBot.Core.Meetings.InvitationEffect;
using static TeamsConnectBot.Core.Meetings.InvitationEvent;
using static TeamsConnectBot.Core.Meetings.InvitationState;

namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// The first half of the blind handshake, for one person. Nothing in it depends on anyone else's invitation, so no answer can be inferred
/// from another person's card. Events are idempotent: one that arrives twice changes nothing the second time.
/// </summary>
public static class InvitationMachine
{
    /// <summary>Whether the person can still answer.</summary>
    public static bool IsOpen(this InvitationState state) => state is Planned or Sent or Yes or NotThisWeek or Paused;

    /// <summary>Applies an event.</summary>
    public static InvitationStep Apply(InvitationState state, InvitationEvent happened) => (state, happened) switch
    {
        (Planned, Delivered) => To(Sent),
        (_, Delivered) => To(state),

        // A click proves that a planned invitation arrived, even when a crash lost the record of it.
        (Yes, SaidYes) => To(Yes, KeepTickedGaps),
        (_, SaidYes) when state.IsOpen() => To(Yes, [.. TakingBack(state), KeepTickedGaps]),
        (NotThisWeek, SaidNotThisWeek) or (Paused, SaidPause) => To(state),
        (_, SaidNotThisWeek) when state.IsOpen() => To(NotThisWeek, [.. TakingBack(state), BeginNotThisWeek]),
        (_, SaidPause) when state.IsOpen() => To(Paused, [.. TakingBack(state), BeginPause]),
        (_, TookBack) when state.IsOpen() => To(Sent, TakingBack(state)),

        (Planned, AnswersClosed) => To(Withdrawn, PutFirstNextTime),
        (Sent, AnswersClosed) => To(Silent),
        (Yes, AnswersClosed) => To(Settling),
        (NotThisWeek or Paused, AnswersClosed) => To(Closed),
        (_, AnswersClosed) => To(state),

        // They got their turn once they are told of the meeting: until then it may still end as if nobody had been found.
        (Settling, WasSettled) => To(Settled),
        (Settling, WasLeftOut) => To(LeftOut, PutFirstNextTime, TellNoLuck),
        (Settled, WasSettled) or (LeftOut, WasLeftOut) => To(state),

        (_, Left) or (Withdrawn, BecameUnreachable) => To(Withdrawn),
        (_, BecameUnreachable) when state.IsOpen() || state == Settling => To(Withdrawn),
        _ => new InvitationStep(state, [], Accepted: false),
    };

    private static ImmutableArray<InvitationEffect> TakingBack(InvitationState state) => state switch
    {
        Yes => [ForgetTickedGaps],
        NotThisWeek => [EndNotThisWeek],
        Paused => [EndPause],
        _ => [],
    };

    private static InvitationStep To(InvitationState state, params ImmutableArray<InvitationEffect> effects) =>
        new(state, effects, Accepted: true);
}
