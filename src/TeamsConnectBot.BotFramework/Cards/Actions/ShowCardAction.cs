namespace TeamsConnectBot.BotFramework.Cards.Actions;

/// <summary>A button that unfolds more of the card; the bot hears nothing of it.</summary>
public sealed record ShowCardAction : CardAction
{
    /// <summary>What unfolds.</summary>
    public required AdaptiveCard Card { get; init; }
}
