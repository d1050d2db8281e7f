using System.Collections.Frozen;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Conversations;

/// <summary>Dispatches every click to the handler of its verb. The service does not start when two handlers have the same verb.</summary>
internal sealed partial class ActionRouter
{
    private readonly FrozenDictionary<string, CardActionHandler> handlers;
    private readonly Replies replies;
    private readonly TeamsConnector connector;
    private readonly SweepRequests sweeps;
    private readonly ILogger<ActionRouter> logger;

    public ActionRouter(
        IEnumerable<CardActionHandler> handlers, Replies replies, TeamsConnector connector, SweepRequests sweeps,
        ILogger<ActionRouter> logger)
    {
        (this.replies, this.connector, this.sweeps, this.logger) = (replies, connector, sweeps, logger);
        var byVerb = new Dictionary<string, CardActionHandler>(StringComparer.Ordinal);
        foreach (var (handler, verb) in handlers.SelectMany(handler => handler.Verbs.Select(verb => (handler, verb))))
        {
            if (!byVerb.TryAdd(verb, handler))
            {
                throw new InvalidOperationException(
                    $"Both {byVerb[verb].GetType().Name} and {handler.GetType().Name} handle the verb '{verb}'; a verb has one handler.");
            }
        }

        this.handlers = byVerb.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public bool WorksInSpaces(string verb) => handlers.TryGetValue(verb, out var handler) && handler.WorksInSpaces;

    /// <summary>Handles a click and answers it the way Teams expects.</summary>
    public async Task<AdaptiveCardInvokeResponse> AnswerAsync(
        Click click, Reader reader, ITurnContext turn, CancellationToken cancellationToken)
    {
        var answer = await HandleAsync(click, cancellationToken);
        if (answer.Card is StateCard { State: CardState.TryAgain })
        {
            // The clicked card stays: its button is needed to try again.
            return CardAnswer.Message(reader.Texts.State.TryAgain.Line);
        }

        var isTargeted = click.Sender.InPrivate && !turn.Activity.IsPersonal();
        var card = await replies.BuildAsync(answer.Card, reader, cancellationToken);
        if (answer.KeepsCard || (answer.Card.Audience == Audience.AskerOnly && !isTargeted && !turn.Activity.IsPersonal()))
        {
            return CardAnswer.Message(PlainText.Of(card));
        }

        card = isTargeted ? TargetedCard.Of(card) : card;
        if (answer.ForAll && click.ActivityId is { } messageId && !turn.Activity.IsPersonal())
        {
            await EditAsync(turn, messageId, card.ToMessage(answer.Card.Summary(reader.Texts)), isTargeted, cancellationToken);
        }

        return CardAnswer.Card(card);
    }

    /// <summary>Handles a click, or words that stand for one.</summary>
    public async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        if (!handlers.TryGetValue(click.Verb, out var handler))
        {
            Log.UnknownVerb(logger);
            return new StateCard(CardState.Gone);
        }

        try
        {
            var answer = await handler.HandleAsync(click, cancellationToken);
            await sweeps.SweepSoonAsync(cancellationToken);
            return answer;
        }
        catch (Exception failure) when (failure is GraphUnavailableException or ConnectorException)
        {
            Log.Unavailable(logger, failure, handler.GetType().Name);
            return new StateCard(CardState.TryAgain);
        }
    }

    private async Task EditAsync(
        ITurnContext turn, string messageId, Activity message, bool isTargeted, CancellationToken cancellationToken)
    {
        try
        {
            if (isTargeted)
            {
                var (url, conversation) = (turn.Activity.ServiceUrl, turn.Activity.Conversation.Id);
                await connector.UpdateTargetedAsync(url, conversation, messageId, message, cancellationToken);
                return;
            }

            message.Id = messageId;
            await turn.UpdateActivityAsync(message, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            // The person who clicked has the answer. The others keep the old card; its buttons answer with the current state.
            Log.NotEdited(logger, failure.Failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A click has an unknown verb; the person was told that the card is out of date")]
        public static partial void UnknownVerb(ILogger logger);

        [LoggerMessage(
            LogLevel.Warning,
            "{Handler} needs Graph or Teams, which did not answer; nothing was saved, and the person was asked to try again")]
        public static partial void Unavailable(ILogger logger, Exception failure, string handler);

        [LoggerMessage(LogLevel.Information, "An answered card in a channel could not be edited for everybody: {Failure}")]
        public static partial void NotEdited(ILogger logger, ConnectorFailure failure);
    }
}
