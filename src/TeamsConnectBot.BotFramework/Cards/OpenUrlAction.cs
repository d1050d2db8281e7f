namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A button that opens a page or a Teams chat; the bot is not notified of it.</summary>
public sealed record OpenUrlAction : CardAction
{
    /// <summary>An https address.</summary>
    public required string Url { get; init; }
}
