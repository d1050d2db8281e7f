using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Meetings;

internal sealed class InvitationMessages(InvitationCards cards, Handshake handshake, TimeProvider clock) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.Invitation];

    public override bool FollowsUp(MessageKind kind) => true;

    public override async Task<Card?> ComposeAsync(
        ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        await db.Invitations.FindAsync([message.SubjectId], cancellationToken) is { } invitation
            ? await cards.OfAsync(db, invitation, cancellationToken)
            : new StateCard(CardState.Gone);

    /// <summary>An invitation that is still unsent when the answers close no longer makes sense.</summary>
    public override Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        db.Invitations.AnyAsync(x => x.Id == message.SubjectId && x.AnswersUntil <= clock.GetCurrentInstant(), cancellationToken);

    public override async Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken)
    {
        if (await db.Invitations.FindAsync([message.SubjectId], cancellationToken) is { } invitation)
        {
            var hasChanged = message.IsStale;
            invitation.SentAt = message.SentAt;
            await handshake.ApplyAsync(db, invitation, InvitationEvent.Delivered, cancellationToken);

            // The card that was just sent already shows that it was delivered, but not what changed while it was on its way.
            message.IsStale = hasChanged;
        }
    }

    public override Task RecipientErasedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        db.Invitations.Where(row => row.Id == message.SubjectId && row.PersonId == message.PersonId).ExecuteDeleteAsync(cancellationToken);
}
