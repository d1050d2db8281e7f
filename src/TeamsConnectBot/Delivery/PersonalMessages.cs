using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Messages that are about one person alone.</summary>
internal sealed class PersonalMessages(PersonalCards cards, TimeProvider clock) : MessageSource
{
    public override IReadOnlyList<MessageKind> Kinds { get; } = [MessageKind.Welcome, MessageKind.NoLuck, MessageKind.PauseEnding];

    public override Task<Card?> ComposeAsync(ConnectDb db, Message message, Participant person, CancellationToken cancellationToken) =>
        Task.FromResult<Card?>(message.Kind switch
        {
            MessageKind.Welcome => cards.Welcome(person),
            MessageKind.NoLuck => new NoLuckCard(),
            _ => person.PausedUntil is { } until && until > clock.GetCurrentInstant()
                ? new PausedCard(PersonalCards.RefOf(person), until, EndsSoon: true) : null,
        });
}
