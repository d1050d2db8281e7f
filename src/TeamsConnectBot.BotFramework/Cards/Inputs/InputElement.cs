using System.Text.Json.Serialization;
using TeamsConnectBot.BotFramework.Cards.Elements;

namespace TeamsConnectBot.BotFramework.Cards.Inputs;

/// <summary>
/// A question on the card. <see cref="CardElement.Id"/> is needed: the answer comes back in the action's data under it.
/// Every answer is a string or absent, and may be anything: the client is not to be trusted.
/// </summary>
public abstract record InputElement : CardElement
{
    /// <summary>The question, shown above the field and read aloud with it.</summary>
    public required string Label { get; init; }

    /// <summary>Whether a button waits until it is answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRequired { get; init; }

    /// <summary>What is said when the answer is missing or wrong.</summary>
    public string? ErrorMessage { get; init; }
}
