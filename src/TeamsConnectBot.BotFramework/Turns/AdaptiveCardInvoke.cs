using System.Text.Json;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>A click on a card's button. Everything but <see cref="ActorId"/> comes from the client and may be forged.</summary>
public sealed record AdaptiveCardInvoke
{
    /// <summary>What was clicked.</summary>
    public required string Verb { get; init; }

    /// <summary>The button's data and the card's answers: an object, or nothing.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The Entra object id of who clicked, from the activity's sender; null where the channel does not tell.</summary>
    public required string? ActorId { get; init; }

    /// <summary>The message the card is in.</summary>
    public required string? CardActivityId { get; init; }

    /// <summary>The language of the clicker's client, such as <c>nl-NL</c>.</summary>
    public required string? Locale { get; init; }

    /// <summary>The value under a key as text, or null when it is absent or no text.</summary>
    public string? Text(string key) =>
        Data.ValueKind is JsonValueKind.Object && Data.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
