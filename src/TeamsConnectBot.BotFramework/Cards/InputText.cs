
namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>A text field.</summary>
public sealed record InputText : InputElement
{
    /// <summary>An example, shown while the field is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The initial text.</summary>
    public string? Value { get; init; }

    /// <summary>The maximum number of characters; null for no limit.</summary>
    public int? MaxLength { get; init; }
}
