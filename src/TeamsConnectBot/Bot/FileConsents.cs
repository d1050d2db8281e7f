using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Answers to Teams' question whether a file may be put into a person's OneDrive. The question is removed once it was answered, so that it
/// is not answered again.
/// </summary>
internal sealed partial class FileConsents(
    Arrivals arrivals, MyDataFiles files, CardComposer composer, Replies replies, TeamsConnector connector, ILogger<FileConsents> logger)
{
    public async Task AnsweredAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!turn.Activity.IsPersonal() || FileConsent.Of(turn) is not { } answer)
        {
            return;
        }

        // Somebody who was erased since has no data, and gets nothing stored.
        var person = await arrivals.KnownAsync(turn.Activity, cancellationToken);
        var card = person is null
            ? new StateCard(CardState.Gone)
            : await files.AnswerAsync(person, answer, turn.Activity.Id ?? "", cancellationToken);
        if (card is not null)
        {
            var reader = person is null ? composer.ReaderFor(turn.Activity.Locale) : composer.ReaderFor(person);
            await replies.SendAsync(turn, card, reader, cancellationToken);
        }

        await RemoveAsync(turn, answer.MessageId, cancellationToken);
    }

    private async Task RemoveAsync(ITurnContext turn, string? message, CancellationToken cancellationToken)
    {
        if (message is null)
        {
            return;
        }

        try
        {
            await connector.DeleteActivityAsync(turn.Activity.ServiceUrl, turn.Activity.Conversation.Id, message, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            Log.NotRemoved(logger, failure.Failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "An answered question about a file could not be removed: {Failure}; it stays in the chat, and another answer does nothing")]
        public static partial void NotRemoved(ILogger logger, ConnectorFailure failure);
    }
}
