using System.Text.Json;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>The answer to a click: the card that takes the place of the old one, a short message, or an error.</summary>
public sealed record AdaptiveCardInvokeResponse
{
    internal const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    private AdaptiveCardInvokeResponse(int statusCode, string type, JsonElement value)
    {
        StatusCode = statusCode;
        Type = type;
        Value = value;
    }

    /// <summary>200, or the error's.</summary>
    public int StatusCode { get; }

    /// <summary>What <see cref="Value"/> is.</summary>
    public string Type { get; }

    /// <summary>The card, text or error.</summary>
    public JsonElement Value { get; }

    /// <summary>The card to show, for the clicker, in place of the old one.</summary>
    /// <exception cref="CardTooLargeException">The card is too large.</exception>
    public static AdaptiveCardInvokeResponse Card(AdaptiveCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new(200, AdaptiveCard.ContentType, card.ToElement());
    }

    /// <summary>A short text shown with the card, which stays as it is.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new(200, MessageType, JsonSerializer.SerializeToElement(text, BotJson.Options));

    /// <summary>An error; the client shows a text of its own.</summary>
    /// <param name="statusCode">400 when the click makes no sense, 500 when we failed.</param>
    /// <param name="code">A short code.</param>
    /// <param name="message">For a developer; without anything personal.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        new(statusCode, ErrorType, JsonSerializer.SerializeToElement(new { code, message }, BotJson.Options));
}
