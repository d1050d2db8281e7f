
namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>An input for a date. All dates are written as <c>yyyy-MM-dd</c>.</summary>
public sealed record InputDate : InputElement
{
    /// <summary>The initial date.</summary>
    public string? Value { get; init; }

    /// <summary>The earliest date.</summary>
    public string? Min { get; init; }
}
