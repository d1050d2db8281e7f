using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Data;
using TeamsConnectBot.Resilience;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends and edits every message of the outbox, to people and to spaces alike. A message's row says 'sending' before the request, and its
/// result afterwards; what Teams accepted is never sent again.
/// </summary>
internal sealed partial class Sender(
    Database database, MessageRecords records, TeamsConnector connector, DeliveryCircuitBreaker breaker, SendSlots slots,
    IOptions<BotOptions> bot, ILogger<Sender> logger)
{
    // Once a shutdown has begun, a message under way has this long to arrive; the rest of the shutdown is for recording the result.
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(10);

    /// <param name="messageId">A planned message.</param>
    /// <param name="stop">Cancelled at shutdown: no other message is started.</param>
    /// <returns>False when later messages about the same subject must wait.</returns>
    public async Task<bool> SendAsync(Guid messageId, CancellationToken stop)
    {
        using var permit = await breaker.EnterAsync(stop);
        if (permit is null)
        {
            return false;
        }

        using var slot = await slots.TakeAsync(stop);
        using var grace = new CancellationTokenSource();
        await using var stopping = stop.Register(() => grace.CancelAfter(ShutdownGrace));
        if (await records.PrepareAsync(messageId, grace.Token) is not { } message)
        {
            return true;
        }

        // The circuit may have opened since the permit was given. The message has not been claimed, so it stays planned.
        return !breaker.IsOpen && await SendAsync(message, permit, grace.Token);
    }

    /// <summary>Replaces a card that was sent. Editing notifies nobody.</summary>
    /// <returns>
    /// How long to wait before it is tried again; null when it is done, or can never be done. Editing twice does no harm.
    /// </returns>
    public async Task<Duration?> EditAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message is not { Activity: { } activity, ConversationId: { } conversation, Row.ActivityId: { } activityId })
        {
            return null;
        }

        using var permit = await breaker.EnterAsync(cancellationToken);
        if (permit is null)
        {
            return TeamsFailures.EditAgainAfter;
        }

        using var slot = await slots.TakeAsync(cancellationToken);
        try
        {
            await connector.UpdateActivityAsync(message.ServiceUrl, conversation, activityId, activity, cancellationToken);
            await breaker.EditedAsync(permit, cancellationToken);
            return null;
        }
        catch (ConnectorException failure)
        {
            // That a card can't be edited says nothing about whether the app may send; an outage of Teams does.
            if (TeamsFailures.ForCircuit(failure) is CircuitFailure.Throttled or CircuitFailure.Unavailable
                && breaker.Failed(permit, message.RecipientId, failure))
            {
                await breaker.RecordBreakAsync(failure.Failure, cancellationToken);
            }

            // Until it is edited, or if it never can be, a click on the card is answered with the current state.
            Log.NotEdited(logger, message.Row.Kind, message.Row.Id, failure.Failure);
            return TeamsFailures.EditDelay(failure);
        }
    }

    private async Task<bool> SendAsync(OutgoingMessage message, CircuitPermit permit, CancellationToken cancellationToken)
    {
        var isClaimed = false;
        try
        {
            // First the conversation, so that a crash while it is created leaves no message in doubt.
            var conversation = await OpenConversationAsync(message, cancellationToken);
            isClaimed = await records.ClaimAsync(message.Row, cancellationToken);
            if (!isClaimed)
            {
                return true;
            }

            var (url, activity) = (message.ServiceUrl, message.Activity!);
            var activityId = message.IsChannel
                ? await connector.CreatePostAsync(url, conversation, bot.Value.TenantId!, activity, cancellationToken)
                : await connector.SendToConversationAsync(url, conversation, activity, cancellationToken);
            await records.UntilRecordedAsync(
                async () =>
                {
                    await breaker.AcceptedAsync(permit, CancellationToken.None);
                    await records.AcceptedAsync(message.Row, activityId);
                },
                cancellationToken);
            return true;
        }
        catch (ConnectorException failure)
        {
            Log.NotSent(logger, message.Row.Kind, message.Row.Id, failure.Failure, failure.Code);
            var stops = breaker.Failed(permit, message.RecipientId, failure);
            var outcome = TeamsFailures.OutcomeOf(failure, isSpace: message.Row.SpaceId is not null, isClaimed, circuitIsOpen: stops);
            await records.UntilRecordedAsync(
                async () =>
                {
                    await records.FailedAsync(message.Row.Id, outcome, failure);
                    if (stops)
                    {
                        await breaker.RecordBreakAsync(failure.Failure, CancellationToken.None);
                    }
                },
                cancellationToken);
            return false;
        }
        catch (OperationCanceledException)
        {
            // A cancelled request that was under way is a ConnectorException, so this message was still waiting for its turn.
            await records.PutBackAsync(message.Row.Id);
            throw;
        }
    }

    // On the ramp after an outage the chat is created again: if that fails, Teams is still down and no further message is in doubt.
    private async Task<string> OpenConversationAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message is { ConversationId: { } known } && (message.TeamsUserId is null || breaker.IsClosed))
        {
            return known;
        }

        var conversation = await connector.CreateConversationAsync(
            message.ServiceUrl, message.TeamsUserId!, bot.Value.TenantId!, cancellationToken);
        await database.RunAsync(
            db => db.Participants.Where(person => person.PersonId == message.RecipientId)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.ConversationId, conversation), cancellationToken),
            cancellationToken);
        return conversation;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Kind} {Message} was not sent: {Failure} {Code}")]
        public static partial void NotSent(ILogger logger, MessageKind kind, Guid message, ConnectorFailure failure, string? code);

        [LoggerMessage(LogLevel.Information, "The card of {Kind} {Message} could not be edited: {Failure}")]
        public static partial void NotEdited(ILogger logger, MessageKind kind, Guid message, ConnectorFailure failure);
    }
}
