using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Buttons on cards about rituals, which appear in channels, in group chats and in a person's own chat with the bot.</summary>
internal abstract class RitualAction : CardActionHandler
{
    public sealed override bool WorksInSpaces => true;

    /// <summary>An answer that everybody sees in place of the clicked card.</summary>
    protected static ClickAnswer ForAll(Card card) => new(card, ForAll: true);

    /// <summary>An answer shown to the sender as a line of text; the clicked card stays.</summary>
    protected static ClickAnswer Line(Card card) => new(card, KeepsCard: true);
}
