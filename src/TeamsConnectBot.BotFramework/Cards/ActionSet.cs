
namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Buttons in the card's body. A client without Action.Execute uses the fallback of a button only here.</summary>
public sealed record ActionSet : CardElement
{
    /// <summary>The buttons.</summary>
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
