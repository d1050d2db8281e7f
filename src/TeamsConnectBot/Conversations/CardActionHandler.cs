using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Conversations;

/// <summary>Handles the buttons of one subject. A repeated click changes nothing more and is answered with the current state.</summary>
internal abstract class CardActionHandler
{
    public abstract IReadOnlyList<string> Verbs { get; }

    /// <summary>Whether its cards also appear in channels and group chats, where people click about whom nothing is stored.</summary>
    public virtual bool WorksInSpaces => false;

    public abstract Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken);

    protected static Card Gone { get; } = new StateCard(CardState.Gone);

    protected static Card NotYours { get; } = new StateCard(CardState.NotYours);
}
