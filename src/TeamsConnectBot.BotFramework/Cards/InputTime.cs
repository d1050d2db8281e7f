
namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>An input for a time of day.</summary>
public sealed record InputTime : InputElement
{
    /// <summary>The initial time, as <c>HH:mm</c>.</summary>
    public string? Value { get; init; }
}
