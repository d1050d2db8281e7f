namespace TeamsConnectBot.BotFramework.Cards.Inputs;

/// <summary>A day. All values are <c>yyyy-MM-dd</c>.</summary>
public sealed record InputDate : InputElement
{
    /// <summary>The day chosen at first.</summary>
    public string? Value { get; init; }

    /// <summary>The earliest day.</summary>
    public string? Min { get; init; }

    /// <summary>The latest day.</summary>
    public string? Max { get; init; }
}
