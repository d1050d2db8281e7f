namespace TeamsConnectBot.BotFramework.Cards.Actions;

/// <summary>A button that opens a page or a Teams chat; the bot hears nothing of it.</summary>
public sealed record OpenUrlAction : CardAction
{
    /// <summary>An https address.</summary>
    public required string Url { get; init; }
}
