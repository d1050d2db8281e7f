using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.HelpRequests;

/// <summary>The messages about a question, to whoever is asked.</summary>
internal sealed class HelpOfferMessages(HelpCards cards) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.HelpOffer, MessageKind.HelpNotNeeded];

    public override bool FollowsUp(MessageKind kind) => kind == MessageKind.HelpOffer;

    public override async Task<Card?> ComposeAsync(
        ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        message.Kind == MessageKind.HelpNotNeeded ? new HelpNoteCard(HelpNote.NoLongerNeeded)
        : await db.HelpOffers.FindAsync([message.SubjectId], cancellationToken) is { } offer
            ? await cards.OfOfferAsync(db, offer, cancellationToken)
            : new StateCard(CardState.Gone);

    /// <summary>A question that can no longer be answered is not sent.</summary>
    public override async Task<bool> IsTooLateAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        message.Kind == MessageKind.HelpOffer
        && (await db.HelpOffers.FindAsync([message.SubjectId], cancellationToken) is not { State: HelpOfferState.Open } offer
            || await db.HelpRequests.FindAsync([offer.RequestId], cancellationToken) is not { State: HelpRequestState.Open } row
            || !cards.IsAnswerable(row, offer));

    public override async Task AcceptedAsync(ConnectDb db, Message message, CancellationToken cancellationToken)
    {
        if (message.Kind == MessageKind.HelpOffer
            && await db.HelpOffers.FindAsync([message.SubjectId], cancellationToken) is { } offer)
        {
            offer.SentAt = message.SentAt;
        }
    }

    public override Task RecipientErasedAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        db.HelpOffers.Where(row => row.Id == message.SubjectId && row.PersonId == message.PersonId).ExecuteDeleteAsync(cancellationToken);
}
