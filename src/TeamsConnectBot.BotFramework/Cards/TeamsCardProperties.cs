namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>The card's <c>msteams</c> property.</summary>
public sealed record TeamsCardProperties
{
    /// <summary><c>Full</c> for a card as wide as the chat; null for the usual width.</summary>
    public string? Width { get; init; }
}
