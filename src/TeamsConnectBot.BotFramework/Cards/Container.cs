namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>Elements that belong together.</summary>
public sealed record Container : CardElement
{
    /// <summary>The content, from top to bottom.</summary>
    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary>The background; null for the card's own.</summary>
    public ContainerStyle? Style { get; init; }
}
