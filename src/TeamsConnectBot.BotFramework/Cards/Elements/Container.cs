namespace TeamsConnectBot.BotFramework.Cards.Elements;

/// <summary>Elements that belong together.</summary>
public sealed record Container : CardElement
{
    /// <summary>What is in it, from top to bottom.</summary>
    public required IReadOnlyList<CardElement> Items { get; init; }

    /// <summary>The background; null for the card's own.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>True extends the background to the card's edges.</summary>
    public bool? Bleed { get; init; }
}
