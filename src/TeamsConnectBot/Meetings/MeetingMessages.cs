using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

internal sealed class MeetingMessages(MeetingCards cards, Withdrawals withdrawals, TimeProvider clock) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } =
        [MessageKind.Connection, MessageKind.Moved, MessageKind.OtherGap, MessageKind.Off, MessageKind.Reminder, MessageKind.DidYouMeet];

    public override bool FollowsUp(MessageKind kind) => kind == MessageKind.Connection;

    public override async Task<Card?> ComposeAsync(
        ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        await MeetingRows.FindAsync(db, message.SubjectId, cancellationToken) is { } row
            ? await cards.OfAsync(db, row, message, cancellationToken)
            : new StateCard(CardState.Gone);

    /// <summary>A reminder is too late once the meeting has begun.</summary>
    public override Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        message.Kind == MessageKind.Reminder
            ? db.Meetings.AnyAsync(x => x.Id == message.SubjectId && x.StartsAt <= clock.GetCurrentInstant(), cancellationToken)
            : Task.FromResult(false);

    public override async Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken)
    {
        if (await db.Members.FindAsync([message.SubjectId, message.PersonId], cancellationToken) is not { } member || member.Told)
        {
            return;
        }

        member.Told = true;
        if (await db.Meetings.FindAsync([message.SubjectId], cancellationToken) is { IsForQuestion: false, State: not MeetingState.Off }
            && await db.Participants.FindAsync([message.PersonId], cancellationToken) is { } person)
        {
            // Not when they were paired: if the other leaves before this message, nothing may differ from finding nobody.
            (person.TurnsLeftOut, person.AskedForCompanyAt) = (FairnessLedger.Connected, null);
        }
    }

    public override Task RecipientUnreachableAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        withdrawals.WithdrawAsync(db, personId, InvitationEvent.BecameUnreachable, cancellationToken);
}
