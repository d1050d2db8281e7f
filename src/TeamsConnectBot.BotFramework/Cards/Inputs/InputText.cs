using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards.Inputs;

/// <summary>A field for text.</summary>
public sealed record InputText : InputElement
{
    /// <summary>An example, shown while the field is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What is in it at first.</summary>
    public string? Value { get; init; }

    /// <summary>The most characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>More than one line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiline { get; init; }
}
