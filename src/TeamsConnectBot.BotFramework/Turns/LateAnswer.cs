using System.Text.Json;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>Shows the answer to a click that HTTP can no longer, or never could, carry.</summary>
internal static class LateAnswer
{
    public static Task ApplyAsync(TurnContext turn, InvokeResponse answer, CancellationToken cancellationToken)
    {
        if (answer.Body is null) return Task.CompletedTask;

        var body = JsonElement.Parse(answer.Body);
        var value = body.GetProperty("value");
        return body.GetProperty("type").GetString() switch
        {
            AdaptiveCard.ContentType => ShowAsync(turn, value, cancellationToken),
            AdaptiveCardInvokeResponse.MessageType =>
                turn.SendActivityAsync(MessageFactory.Text(value.GetString()!), cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private static Task ShowAsync(TurnContext turn, JsonElement card, CancellationToken cancellationToken)
    {
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = card }],
        };
        return turn.Activity.ReplyToId is { Length: > 0 } clicked
            ? turn.UpdateActivityAsync(clicked, message, cancellationToken)
            : turn.SendActivityAsync(message, cancellationToken);
    }
}
