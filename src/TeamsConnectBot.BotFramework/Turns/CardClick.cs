using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>A click on a card's button. Everything but <see cref="ActorId"/> comes from the client and may be forged.</summary>
public sealed record CardClick
{
    /// <summary>What was clicked.</summary>
    public required string Verb { get; init; }

    /// <summary>The button's data and the card's answers, as they were sent: an object, or nothing.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The Entra object id of who clicked, from the activity's sender; null where the channel does not tell.</summary>
    public required string? ActorId { get; init; }

    /// <summary>The message the card is in.</summary>
    public required string? CardActivityId { get; init; }

    /// <summary>The click of a turn.</summary>
    public static CardClick Of(ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(invokeValue);
        return new CardClick
        {
            Verb = invokeValue.Action.Verb ?? "",
            Data = invokeValue.Action.Data is { } data ? JsonElement.Parse(ActivityJson.Write(data)) : default,
            ActorId = turnContext.Activity.From?.AadObjectId,
            CardActivityId = turnContext.Activity.ReplyToId,
        };
    }

    /// <summary>The value under a key as text, or null when it is absent or no text.</summary>
    public string? Text(string key) =>
        Data.ValueKind is JsonValueKind.Object && Data.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
