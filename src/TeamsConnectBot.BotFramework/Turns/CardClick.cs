using System.Text.Json;
using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Activities;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>A click on a card's button. Everything but <paramref name="ActorId"/> comes from the client and may be forged.</summary>
/// <param name="Verb">The button's verb.</param>
/// <param name="Data">The button's data and the card's inputs, as they were sent: an object, or undefined.</param>
/// <param name="ActorId">
/// The Entra object id of the person who clicked, from the activity's sender; null if the channel does not give it.
/// </param>
/// <param name="CardActivityId">The message that contains the card.</param>
public sealed record CardClick(string Verb, JsonElement Data, string? ActorId, string? CardActivityId)
{
    /// <summary>The click of a turn.</summary>
    public static CardClick Of(ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue) => new(
        invokeValue.Action.Verb ?? "",
        invokeValue.Action.Data is { } data ? JsonElement.Parse(ActivityJson.Write(data)) : default,
        turnContext.Activity.From?.AadObjectId,
        turnContext.Activity.ReplyToId);

    /// <summary>The text under a key, or null when it is missing or not text.</summary>
    public string? Text(string key) =>
        Data.ValueKind is JsonValueKind.Object && Data.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
