namespace TeamsConnectBot.BotFramework.Cards.Inputs;

/// <summary>A check box. It answers <c>true</c> or <c>false</c> as a string.</summary>
public sealed record InputToggle : InputElement
{
    /// <summary>The text beside the box.</summary>
    public required string Title { get; init; }

    /// <summary><c>true</c> or <c>false</c>; null means not ticked.</summary>
    public string? Value { get; init; }

    /// <summary>Break lines instead of cutting them off.</summary>
    public bool Wrap { get; init; } = true;
}
