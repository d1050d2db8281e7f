using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

internal sealed class MeetingMessages(MeetingCards cards, MeetingEffects effects, Withdrawals withdrawals, TimeProvider clock)
    : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } =
        [MessageKind.Connection, MessageKind.Moved, MessageKind.OtherGap, MessageKind.Off, MessageKind.Reminder, MessageKind.DidYouMeet];

    public override bool FollowsUp(MessageKind kind) => kind == MessageKind.Connection;

    public override async Task<Card?> ComposeAsync(
        ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        await MeetingRows.FindAsync(db, message.SubjectId, cancellationToken) is { } row
            ? await cards.OfAsync(db, row, message, cancellationToken)
            : new StateCard(CardState.Gone);

    /// <summary>
    /// A reminder is too late once the meeting has begun. When the meeting is off, whoever was not told of it must not learn now that there
    /// was one: a message that could not be dropped, because it was on its way, may be planned again after it failed.
    /// </summary>
    public override async Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        message.Kind is MessageKind.Connection or MessageKind.Moved or MessageKind.Reminder
        && await MeetingRows.FindAsync(db, message.SubjectId, cancellationToken) is { } row
        && (row.State == MeetingState.Off
            || !row.Coming.Any(member => member.PersonId == message.PersonId)
            || (message.Kind == MessageKind.Reminder
                && (row.StartsAt <= clock.GetCurrentInstant() || message.Sequence != row.Moves)));

    public override async Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken)
    {
        if (await MeetingRows.FindAsync(db, message.SubjectId, cancellationToken) is not { } row
            || row.Members.Find(member => member.PersonId == message.PersonId) is not { Told: false } member)
        {
            return;
        }

        member.Told = true;
        if (row.State == MeetingState.Off)
        {
            if (member.Coming)
            {
                await effects.TellItIsOffAfterAllAsync(db, row, member.PersonId, cancellationToken);
            }
        }
        else if (!row.IsForQuestion && await db.Participants.FindAsync([message.PersonId], cancellationToken) is { } person)
        {
            // Not when they were paired: if the other leaves before this message, nothing may differ from finding nobody.
            (person.TurnsLeftOut, person.AskedForCompanyAt) = (FairnessLedger.Connected, null);
        }
    }

    public override Task RecipientUnreachableAsync(ConnectDb db, string personId, CancellationToken cancellationToken) =>
        withdrawals.WithdrawAsync(db, personId, InvitationEvent.BecameUnreachable, cancellationToken);
}
