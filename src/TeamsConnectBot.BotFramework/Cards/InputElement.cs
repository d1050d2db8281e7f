using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// An input. <see cref="CardElement.Id"/> is required: the value arrives under it in the action's data. Every value is a string or missing,
/// and may be anything: the client is not to be trusted.
/// </summary>
public abstract record InputElement : CardElement
{
    /// <summary>The question, shown above the field and read aloud with it.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the client requires a value before it sends a button's click.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRequired { get; init; }

    /// <summary>Shown when the value is missing or invalid.</summary>
    public string? ErrorMessage { get; init; }
}
