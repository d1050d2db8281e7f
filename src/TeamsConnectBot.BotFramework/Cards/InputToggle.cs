
namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A check box. Its value is <c>true</c> or <c>false</c>, as a string.</summary>
public sealed record InputToggle : InputElement
{
    /// <summary>The text next to the box.</summary>
    public required string Title { get; init; }

    /// <summary><c>true</c> or <c>false</c>; null means not checked.</summary>
    public string? Value { get; init; }

    /// <summary>Whether long lines wrap instead of being cut off.</summary>
    public bool Wrap { get; init; } = true;
}
