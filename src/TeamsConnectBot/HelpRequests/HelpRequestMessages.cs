using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Helping;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;

namespace TeamsConnectBot.HelpRequests;

/// <summary>The messages about a question, to its author, its helper and the pool's host.</summary>
internal sealed class HelpRequestMessages(HelpCards cards, HelpHosts hosts) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } =
    [
        MessageKind.HelpNotTaken, MessageKind.HelpToHost, MessageKind.HelpReported, MessageKind.DidItHelp, MessageKind.HelpThanks,
    ];

    public override async Task<Card?> ComposeAsync(
        ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        await db.HelpRequests.FindAsync([message.SubjectId], cancellationToken) is not { } row ? new StateCard(CardState.Gone)
        : message.Kind switch
        {
            MessageKind.HelpNotTaken => new NobodyFoundCard(await hosts.NamedAsync(db, row.PoolId, cancellationToken)),
            MessageKind.DidItHelp => await cards.AfterwardsAsync(db, row, isIncomplete: false, cancellationToken),
            MessageKind.HelpThanks => await HelpCards.ThankedAsync(db, row, cancellationToken),
            _ => await HelpCards.OfHostAsync(db, row, message.Kind == MessageKind.HelpReported, cancellationToken),
        };
}
