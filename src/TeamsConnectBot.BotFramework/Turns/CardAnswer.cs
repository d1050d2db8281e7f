using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Creates the answer to a click: the card that replaces the clicked one, a short message, or an error.</summary>
public static class CardAnswer
{
    internal const string MessageType = "application/vnd.microsoft.activity.message";
    internal const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>A card that replaces the clicked one, for the person who clicked.</summary>
    /// <exception cref="CardTooLargeException">The card is too large.</exception>
    public static AdaptiveCardInvokeResponse Card(AdaptiveCard card) =>
        new() { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = new JRaw(card.ToJson()) };

    /// <summary>A short text shown with the card, which stays as it is.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => new() { StatusCode = 200, Type = MessageType, Value = text };

    /// <summary>An error; the client shows its own text.</summary>
    /// <param name="statusCode">400 when the click makes no sense, 500 when the bot failed.</param>
    /// <param name="code">A short code.</param>
    /// <param name="message">For a developer; must not contain personal data.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        new() { StatusCode = statusCode, Type = ErrorType, Value = new Error(code, message) };
}
