using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Records what came of a message, and what follows from it.</summary>
internal sealed class DeliveryOutcome(
    Database database, MessageSources sources, DeliveryCircuitBreaker breaker, ServiceMetrics metrics, TimeProvider clock)
{
    private static readonly Duration LongestPause = Duration.FromMinutes(30);

    // Wrong settings don't mend themselves in seconds.
    private static readonly Duration WhileMisconfigured = Duration.FromMinutes(5);

    public async Task AcceptedAsync(Message message, CircuitPermit permit, string? activityId, CancellationToken cancellationToken)
    {
        await breaker.AcceptedAsync(permit, cancellationToken);

        if (sources.Of(message.Kind).FollowsUp(message.Kind))
        {
            await ChangeAsync(message.Id, (db, row) => AcceptAsync(db, row, activityId, cancellationToken), cancellationToken);
            return;
        }

        // Nothing follows from the others.
        Instant? now = clock.GetCurrentInstant();
        await database.RunAsync(
            db => db.Messages.Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Accepted).SetProperty(row => row.ActivityId, activityId)
                    .SetProperty(row => row.SentAt, now).SetProperty(row => row.Failure, (string?)null),
                cancellationToken),
            cancellationToken);
        metrics.MessageEnded(MessageState.Accepted);
    }

    public Task DropAsync(Guid messageId, string reason, CancellationToken cancellationToken) => ChangeAsync(
        messageId,
        (_, message) =>
        {
            message.State = MessageState.Dropped;
            message.Failure = reason;
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>It waits for a better day.</summary>
    public Task HoldAsync(Guid messageId, Instant until, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Messages.Where(x => x.Id == messageId && x.State == MessageState.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.DueAt, until), cancellationToken),
        cancellationToken);

    /// <summary>Whoever it was for was erased while a round wrote it; nothing of it stays.</summary>
    public Task EraseAsync(Message message, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await sources.Of(message.Kind).RecipientErasedAsync(db, message, cancellationToken);
            await db.Messages.Where(row => row.Id == message.Id).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>It was never sent; it is as due as before.</summary>
    public Task PutBackAsync(Guid messageId, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Messages.Where(x => x.Id == messageId && x.State == MessageState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, MessageState.Planned), cancellationToken),
        cancellationToken);

    public async Task FailedAsync(Message failed, CircuitPermit permit, ConnectorException failure, CancellationToken cancellationToken)
    {
        var stops = breaker.Failed(permit, failed.PersonId, failure);
        await ChangeAsync(
            failed.Id,
            async (db, message) =>
            {
                message.Failure = failure.Failure.ToString();
                if (failure.Failure == ConnectorFailure.InDoubt && message.State == MessageState.Sending)
                {
                    InterruptedMessages.LeaveInDoubt(message);
                }
                else if (stops)
                {
                    message.State = MessageState.Planned;
                }
                else if (failure.IsPermanentForPerson)
                {
                    message.State = MessageState.Refused;
                    await MarkUnreachableAsync(db, message.PersonId, cancellationToken);
                }
                else if (failure.Failure is ConnectorFailure.BadRequest or ConnectorFailure.TooLarge or ConnectorFailure.NotPermitted or ConnectorFailure.ActivityNotFound)
                {
                    message.State = MessageState.Refused;
                }
                else
                {
                    message.State = MessageState.Planned;
                    message.DueAt = clock.GetCurrentInstant() + Pause(failure, message.Attempts);
                }
            },
            cancellationToken);
        if (stops)
        {
            await breaker.RecordBreakAsync(failure.Failure, cancellationToken);
        }
    }

    private async Task AcceptAsync(ConnectDb db, Message message, string? activityId, CancellationToken cancellationToken)
    {
        message.State = MessageState.Accepted;
        message.ActivityId = activityId;
        message.SentAt = clock.GetCurrentInstant();
        message.Failure = null;
        await sources.Of(message.Kind).AcceptedAsync(db, message, cancellationToken);
    }

    private async Task MarkUnreachableAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([personId], cancellationToken) is { } person)
        {
            person.UnreachableSince ??= clock.GetCurrentInstant();
        }

        foreach (var source in sources.All)
        {
            await source.RecipientUnreachableAsync(db, personId, cancellationToken);
        }
    }

    private static Duration Pause(ConnectorException failure, int attempts) => failure switch
    {
        { RetryAfter: { } asked } => Duration.FromTimeSpan(asked),
        { Failure: ConnectorFailure.BotNotRegistered or ConnectorFailure.DisabledByAdmin or ConnectorFailure.WrongHost or ConnectorFailure.NoToken } => WhileMisconfigured,
        _ => Duration.Min(Duration.FromMinutes(Math.Pow(2, Math.Min(attempts, 10))), LongestPause),
    };

    private async Task ChangeAsync(Guid messageId, Func<ConnectDb, Message, Task> change, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync(
            async db =>
            {
                // Erased while it was on its way: there is nothing left to record.
                if (await db.Messages.FindAsync([messageId], cancellationToken) is { } message)
                {
                    await change(db, message);
                    return message;
                }

                return null;
            },
            cancellationToken);
        if (changed is not null)
        {
            metrics.MessageEnded(changed.State);
        }
    }
}
