
namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Buttons in the body. Only there do clients without Action.Execute use its fallback.</summary>
public sealed record ActionSet : CardElement
{
    /// <summary>The buttons.</summary>
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
