using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Updates the rows of messages during sending: prepares and claims them, and records the results.</summary>
internal sealed partial class MessageRecords(
    Database database, IEnumerable<MessageRecipients> recipients, ServiceMetrics metrics, TimeProvider clock,
    ILogger<MessageRecords> logger)
{
    private const int Attempts = 120;
    private const int LongestDelaySeconds = 10;

    /// <summary>Composes what a message says now.</summary>
    /// <returns>Null when its recipient no longer exists.</returns>
    public Task<OutgoingMessage?> ComposeAsync(ConnectDb db, Message message, CancellationToken cancellationToken) =>
        Of(message).ComposeAsync(db, message, cancellationToken);

    /// <returns>Null when there is nothing to send, or not now.</returns>
    public async Task<OutgoingMessage?> PrepareAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var (row, message) = await database.ReadAsync(
            async db =>
            {
                var planned = await Planned(db, messageId).SingleOrDefaultAsync(cancellationToken);
                return (planned, planned is null ? null : await ComposeAsync(db, planned, cancellationToken));
            },
            cancellationToken);
        if (row is null)
        {
            return null;
        }

        if (message is null)
        {
            await EraseAsync(row, cancellationToken);
        }
        else if (message.Activity is null)
        {
            await database.RunAsync(
                db => Planned(db, row.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(x => x.State, MessageState.Dropped).SetProperty(x => x.Failure, "noLongerWanted"),
                    cancellationToken),
                cancellationToken);
            metrics.MessageEnded(MessageState.Dropped);
        }
        else if (message.HeldUntil is { } until)
        {
            await database.RunAsync(
                db => Planned(db, row.Id).ExecuteUpdateAsync(set => set.SetProperty(x => x.DueAt, until), cancellationToken),
                cancellationToken);
        }
        else
        {
            return message;
        }

        return null;
    }

    /// <summary>
    /// Marks the row as 'sending'; of several concurrent attempts, only one succeeds. It stays planned when what it shows has changed, or
    /// when it is an invitation or a question and everything was stopped since the sweep began.
    /// </summary>
    public async Task<bool> ClaimAsync(Message message, CancellationToken cancellationToken) => 1 == await database.RunAsync(
        db => Planned(db, message.Id)
            .Where(row => row.Changes == message.Changes
                && ((row.Kind != MessageKind.Invitation && row.Kind != MessageKind.HelpOffer)
                    || !db.Set<StopRow>().Any(stop => stop.LiftedAt == null)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Sending).SetProperty(row => row.Attempts, row => row.Attempts + 1),
                cancellationToken),
        cancellationToken);

    public async Task AcceptedAsync(Message message, string? activityId)
    {
        Instant? now = clock.GetCurrentInstant();
        if (Of(message).FollowsUp(message.Kind))
        {
            await ChangeAsync(message.Id, async (db, row) =>
            {
                (row.State, row.ActivityId, row.SentAt, row.Failure) = (MessageState.Accepted, activityId, now, null);
                await Of(row).AcceptedAsync(db, row, CancellationToken.None);
            });
            return;
        }

        await database.RunAsync(
            db => db.Messages.Where(row => row.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, MessageState.Accepted).SetProperty(row => row.ActivityId, activityId)
                    .SetProperty(row => row.SentAt, now).SetProperty(row => row.Failure, (string?)null)),
            CancellationToken.None);
        metrics.MessageEnded(MessageState.Accepted);
    }

    public Task FailedAsync(Guid messageId, FailureOutcome outcome, ConnectorException failure) => ChangeAsync(messageId, async (db, row) =>
    {
        if (row.State is not (MessageState.Planned or MessageState.Sending))
        {
            // Dropped meanwhile, or a click showed that it arrived.
            return;
        }

        row.Failure = failure.Failure.ToString();
        switch (outcome)
        {
            case FailureOutcome.InDoubt:
                // An earlier attempt to record this may have succeeded without our knowing.
                if (row.State == MessageState.Sending)
                {
                    InterruptedMessages.LeaveInDoubt(row);
                }

                break;
            case FailureOutcome.Postponed:
                (row.State, row.IsStale) = (MessageState.Planned, false);
                break;
            case FailureOutcome.RecipientUnreachable:
                row.State = MessageState.Refused;
                await Of(row).UnreachableAsync(db, row, failure.Failure, CancellationToken.None);
                break;
            case FailureOutcome.Refused:
                row.State = MessageState.Refused;
                break;
            default:
                // It will be composed again.
                (row.State, row.IsStale) = (MessageState.Planned, false);
                row.DueAt = clock.GetCurrentInstant() + TeamsFailures.RetryDelay(failure, row.Attempts);
                break;
        }
    });

    /// <summary>Returns a claimed message that was not sent to the planned state, with its due time unchanged.</summary>
    public Task PutBackAsync(Guid messageId) => database.RunAsync(
        db => db.Messages.Where(row => row.Id == messageId && row.State == MessageState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MessageState.Planned).SetProperty(row => row.IsStale, false)),
        CancellationToken.None);

    /// <summary>
    /// Records a result. Teams cannot be asked afterwards what it did, so this waits, however long, for a database that is unavailable or
    /// full.
    /// </summary>
    public async Task UntilRecordedAsync(Func<Task> record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await record();
                return;
            }
            catch (Exception failure)
                when ((attempt < Attempts || StorageOutage.IsOutage(failure)) && !cancellationToken.IsCancellationRequested)
            {
                if (attempt % Attempts == 1)
                {
                    Log.NotRecorded(logger, failure);
                }

                await Task.Delay(TimeSpan.FromSeconds(Math.Min(attempt, LongestDelaySeconds)), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private MessageRecipients Of(Message message) => recipients.Single(kind => kind.Has(message));

    private static IQueryable<Message> Planned(ConnectDb db, Guid messageId) =>
        db.Messages.Where(row => row.Id == messageId && row.State == MessageState.Planned);

    private Task EraseAsync(Message message, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await Of(message).ErasedAsync(db, message, cancellationToken);
            await db.Messages.Where(row => row.Id == message.Id).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    // A row that was erased while its message was under way has nothing left to record.
    private async Task ChangeAsync(Guid messageId, Func<ConnectDb, Message, Task> change)
    {
        var changed = await database.WriteAsync(
            async db =>
            {
                var row = await db.Messages.FindAsync(messageId);
                await (row is null ? Task.CompletedTask : change(db, row));
                return row;
            },
            CancellationToken.None);
        if (changed is not null)
        {
            metrics.MessageEnded(changed.State);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "The result of sending a message could not be recorded; is the database unavailable, or its disk full? It is retried")]
        public static partial void NotRecorded(ILogger logger, Exception failure);
    }
}
