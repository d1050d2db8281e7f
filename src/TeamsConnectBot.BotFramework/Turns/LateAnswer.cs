using System.Text.Json;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Shows the answer to a click through the connector, when the HTTP response has been sent already or cannot carry it.</summary>
internal sealed class LateAnswer(TeamsConnector connector)
{
    public Task ApplyAsync(Activity clicked, TurnAnswer answer, CancellationToken cancellationToken)
    {
        JsonElement? body = answer.Body is { } json ? JsonElement.Parse(json) : null;
        return body?.GetProperty("type").GetString() switch
        {
            AdaptiveCard.ContentType => ShowAsync(clicked, body.Value.GetProperty("value"), cancellationToken),
            CardAnswer.MessageType =>
                SendAsync(clicked, MessageFactory.Text(body.Value.GetProperty("value").GetString()), cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private Task ShowAsync(Activity clicked, JsonElement card, CancellationToken cancellationToken)
    {
        var attachment = new Attachment { ContentType = AdaptiveCard.ContentType, Content = new JRaw(card.GetRawText()) };
        var message = new Activity { Type = ActivityTypes.Message, Attachments = [attachment] };
        return clicked.ReplyToId is { Length: > 0 } old
            ? connector.UpdateActivityAsync(clicked.ServiceUrl, clicked.Conversation.Id, old, message, cancellationToken)
            : SendAsync(clicked, message, cancellationToken);
    }

    private Task<string?> SendAsync(Activity clicked, Activity message, CancellationToken cancellationToken) =>
        connector.SendToConversationAsync(clicked.ServiceUrl, clicked.Conversation.Id, message, cancellationToken);
}
