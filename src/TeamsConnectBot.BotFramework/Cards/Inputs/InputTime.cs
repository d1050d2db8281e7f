namespace TeamsConnectBot.BotFramework.Cards.Inputs;

/// <summary>A time of day. All values are <c>HH:mm</c>.</summary>
public sealed record InputTime : InputElement
{
    /// <summary>The time chosen at first.</summary>
    public string? Value { get; init; }

    /// <summary>The earliest time.</summary>
    public string? Min { get; init; }

    /// <summary>The latest time.</summary>
    public string? Max { get; init; }
}
