using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Data;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends and edits every message that is not the answer to a click or a command, to people and to spaces alike. A message's row says
/// 'sending' before the request and what came of it afterwards; what Teams accepted is never sent again.
/// </summary>
internal sealed partial class Sender(
    TeamsConnector connector, DeliveryCircuitBreaker breaker, SendSlots slots, ServiceMetrics metrics, IOptions<BotOptions> bot, ILogger<Sender> logger)
{
    // After a shutdown began, a message under way has this long to arrive; the rest of the shutdown is for recording the result.
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(10);

    private const int RecordAttempts = 120;
    private static readonly TimeSpan BetweenRecordAttempts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBetweenRecordAttempts = TimeSpan.FromSeconds(10);

    /// <param name="target">Whose messages it is one of.</param>
    /// <param name="messageId">The row of the message.</param>
    /// <param name="stop">Cancelled at shutdown: no other message is started.</param>
    public async Task<SendResult> SendAsync<TMessage>(DeliveryTarget<TMessage> target, Guid messageId, CancellationToken stop)
        where TMessage : OutgoingMessage
    {
        using var permit = await breaker.EnterAsync(stop);
        if (permit is null)
        {
            return SendResult.CircuitOpen;
        }

        using var slot = await slots.TakeAsync(stop);
        using var grace = new CancellationTokenSource();
        await using var stopping = stop.Register(() => grace.CancelAfter(ShutdownGrace));
        if (await target.PrepareAsync(messageId, grace.Token) is not { } message)
        {
            return SendResult.Done;
        }

        // The circuit may have opened since the permit was given. The message has not been claimed, so it stays planned.
        return breaker.IsOpen ? SendResult.CircuitOpen : await SendAsync(target, message, permit, grace.Token);
    }

    /// <summary>Replaces a card that was sent. Editing notifies nobody.</summary>
    /// <returns>False when it must be tried again later. Editing twice does no harm.</returns>
    public async Task<bool> EditAsync(OutgoingMessage message, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        using var permit = await breaker.EnterAsync(cancellationToken);
        if (permit is null)
        {
            return false;
        }

        using var slot = await slots.TakeAsync(cancellationToken);
        try
        {
            await connector.UpdateActivityAsync(message.ServiceUrl, message.ConversationId!, activityId, activity, cancellationToken);
            await breaker.EditedAsync(permit, cancellationToken);
            return true;
        }
        catch (ConnectorException failure)
        {
            // That a card can't be edited says nothing about whether the app may send; an outage of Teams does.
            if (TeamsFailures.ForCircuit(failure) is CircuitFailure.Throttled or CircuitFailure.Unavailable
                && breaker.Failed(permit, message.TargetId, failure))
            {
                await breaker.RecordBreakAsync(failure.Failure, cancellationToken);
            }

            // Until it is edited, or if it never can be, a click on the card is answered with the current state.
            Log.NotEdited(logger, message.Kind, message.Id, failure.Failure);
            return !failure.IsTransient && failure.Failure != ConnectorFailure.InDoubt;
        }
    }

    private async Task<SendResult> SendAsync<TMessage>(
        DeliveryTarget<TMessage> target, TMessage message, CircuitPermit permit, CancellationToken cancellationToken)
        where TMessage : OutgoingMessage
    {
        var isClaimed = false;
        try
        {
            // First the conversation, so that a crash while it is created leaves no message in doubt.
            var conversation = await target.OpenConversationAsync(message, cancellationToken);
            if (await target.ClaimAsync(message, cancellationToken) is not { } activity)
            {
                return SendResult.Done;
            }

            isClaimed = true;
            var activityId = message.IsChannel
                ? await connector.CreatePostAsync(message.ServiceUrl, conversation, bot.Value.TenantId!, activity, cancellationToken)
                : await connector.SendToConversationAsync(message.ServiceUrl, conversation, activity, cancellationToken);
            await RecordAsync(
                async () =>
                {
                    await breaker.AcceptedAsync(permit, CancellationToken.None);
                    return await target.AcceptedAsync(message, activityId);
                },
                cancellationToken);
            return SendResult.Done;
        }
        catch (ConnectorException failure)
        {
            Log.NotSent(logger, message.Kind, message.Id, failure.Failure, failure.Code);
            var stops = breaker.Failed(permit, message.TargetId, failure);
            var outcome = TeamsFailures.OutcomeOf(failure, isClaimed, stops);
            await RecordAsync(
                async () =>
                {
                    var state = await target.FailedAsync(message, outcome, failure);
                    if (stops)
                    {
                        await breaker.RecordBreakAsync(failure.Failure, CancellationToken.None);
                    }

                    return state;
                },
                cancellationToken);
            return SendResult.Failed;
        }
        catch (OperationCanceledException)
        {
            // A cancelled request that was under way is a ConnectorException, so this message was still waiting for its turn.
            await target.PutBackAsync(message.Id);
            throw;
        }
    }

    // Teams cannot be asked again what it did, so it is worth waiting, however long, for a database that is unavailable or full.
    private async Task RecordAsync(Func<Task<MessageState?>> record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await record() is { } state)
                {
                    metrics.MessageEnded(state);
                }

                return;
            }
            catch (Exception failure) when ((attempt < RecordAttempts || StorageTrouble.Is(failure)) && !cancellationToken.IsCancellationRequested)
            {
                if (attempt % RecordAttempts == 1)
                {
                    Log.NotRecorded(logger, failure);
                }

                var wait = BetweenRecordAttempts * attempt;
                await Task.Delay(wait < LongestBetweenRecordAttempts ? wait : LongestBetweenRecordAttempts, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Kind} {Message} was not sent: {Failure} {Code}")]
        public static partial void NotSent(ILogger logger, string kind, Guid message, ConnectorFailure failure, string? code);

        [LoggerMessage(LogLevel.Information, "The card of {Kind} {Message} could not be edited: {Failure}")]
        public static partial void NotEdited(ILogger logger, string kind, Guid message, ConnectorFailure failure);

        [LoggerMessage(LogLevel.Error, "The result of sending a message could not be recorded; is the database unavailable, or its disk full? Retrying until it can be recorded")]
        public static partial void NotRecorded(ILogger logger, Exception failure);
    }
}

/// <summary>What came of an attempt to send a message.</summary>
internal enum SendResult
{
    /// <summary>It was sent, or there was nothing to send.</summary>
    Done,

    /// <summary>It was not sent, and its row says why.</summary>
    Failed,

    /// <summary>Nothing was tried, because nothing is sent to anyone.</summary>
    CircuitOpen,
}
