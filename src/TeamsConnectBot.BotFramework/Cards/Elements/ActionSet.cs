using TeamsConnectBot.BotFramework.Cards.Actions;

namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>Buttons in the body, where a client without Action.Execute also honours their fallback.</summary>
public sealed record ActionSet : CardElement
{
    /// <summary>The buttons.</summary>
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
