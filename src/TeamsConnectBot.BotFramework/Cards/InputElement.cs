using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// An input. <see cref="CardElement.Id"/> is required: it is the key of the value in the action's data. Each value is a string or missing.
/// Validate every value, because a client can send anything.
/// </summary>
public abstract record InputElement : CardElement
{
    /// <summary>The question, shown above the field and read aloud with it.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the client refuses to send a click while the value is missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRequired { get; init; }

    /// <summary>Shown when the value is missing or invalid.</summary>
    public string? ErrorMessage { get; init; }
}
