using System.Text.Json;
using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Shows the answer to a click through the connector, when the HTTP response has been sent already or cannot carry it.</summary>
internal sealed class LateAnswer(TeamsConnector connector, AskerMessages asker, LateTexts texts)
{
    public Task ApplyAsync(Activity clicked, TurnAnswer answer, CancellationToken cancellationToken)
    {
        JsonElement? body = answer.Body is { } json ? JsonElement.Parse(json) : null;
        return body?.GetProperty("type").GetString() switch
        {
            AdaptiveCard.ContentType => ShowAsync(clicked, body.Value.GetProperty("value"), cancellationToken),
            CardAnswer.MessageType => TellAsync(clicked, body.Value.GetProperty("value").GetString()!, cancellationToken),
            CardAnswer.ErrorType => FailAsync(clicked, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Tells the person that handling their click failed.</summary>
    public Task FailAsync(Activity clicked, CancellationToken cancellationToken) =>
        TellAsync(clicked, texts.FailedIn(clicked.Locale), cancellationToken);

    // The answer to a click is plain text; a message without a format would be read as Markdown.
    private Task TellAsync(Activity clicked, string text, CancellationToken cancellationToken) =>
        TellAsync(
            clicked, new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormatTypes.Plain }, cancellationToken);

    private Task ShowAsync(Activity clicked, JsonElement card, CancellationToken cancellationToken)
    {
        var attachment = new Attachment { ContentType = AdaptiveCard.ContentType, Content = new JRaw(card.GetRawText()) };
        var message = new Activity { Type = ActivityTypes.Message, Attachments = [attachment] };
        return clicked.ReplyToId is not { Length: > 0 } old ? TellAsync(clicked, message, cancellationToken)
            : TargetedCard.IsClicked(clicked)
                ? connector.UpdateTargetedAsync(clicked.ServiceUrl, clicked.Conversation.Id, old, message, cancellationToken)
                : connector.UpdateActivityAsync(clicked.ServiceUrl, clicked.Conversation.Id, old, message, cancellationToken);
    }

    // The line would have been shown to the person who clicked only.
    private Task TellAsync(Activity clicked, Activity message, CancellationToken cancellationToken) => clicked.IsPersonal()
        ? connector.SendToConversationAsync(clicked.ServiceUrl, clicked.Conversation.Id, message, cancellationToken)
        : asker.SendAsync(clicked, message, cancellationToken);
}
