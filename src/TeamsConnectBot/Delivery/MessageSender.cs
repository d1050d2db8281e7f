using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Data;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Time;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Sends one message: its row says 'sending' before the request and what came of it after. What Teams accepted is never
/// sent again.
/// </summary>
internal sealed partial class MessageSender(
    Database database, CardComposer composer, MessageSources sources, TeamsConnector connector, DeliveryOutcome outcome, DeliveryCircuitBreaker breaker,
    DayOffHold hold, TimeProvider clock, IOptions<BotOptions> bot, ILogger<MessageSender> logger)
{
    private const int RecordTries = 120;
    private static readonly TimeSpan BetweenRecords = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBetweenRecords = TimeSpan.FromSeconds(10);

    /// <returns>False when the messages after it about the same subject must wait.</returns>
    public async Task<bool> SendAsync(Guid messageId, CircuitPermit permit, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(messageId, cancellationToken) is not { } prepared)
        {
            return true;
        }

        // The circuit opened since the permit was given; the message has not been claimed, so it stays planned.
        if (breaker.IsOpen)
        {
            return false;
        }

        var (message, person, activity) = prepared;
        try
        {
            // First the conversation, so that a crash while it is made leaves no message in doubt. On the ramp after an outage it is
            // asked for again: when that fails, Teams is still away and no further message is in doubt.
            var conversation = person.ConversationId is { } known && breaker.IsClosed ? known : await CreateConversationAsync(person, cancellationToken);
            if (!await ClaimAsync(message.Id, cancellationToken))
            {
                return true;
            }

            var activityId = await connector.SendToConversationAsync(person.ServiceUrl, conversation, activity, cancellationToken);
            await RecordAsync(() => outcome.AcceptedAsync(message, permit, activityId, CancellationToken.None), cancellationToken);
            return true;
        }
        catch (ConnectorException failure)
        {
            Log.NotSent(logger, message.Kind, message.Id, failure.Failure, failure.Code);
            await RecordAsync(() => outcome.FailedAsync(message, permit, failure, CancellationToken.None), cancellationToken);
            return false;
        }
        catch (OperationCanceledException)
        {
            // A request that was under way is a ConnectorException: this one was still waiting for its turn.
            await outcome.PutBackAsync(message.Id, CancellationToken.None);
            throw;
        }
    }

    private async Task<(Message Message, Participant Person, Activity Activity)?> PrepareAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var (message, person, card) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Messages.SingleOrDefaultAsync(x => x.Id == messageId && x.State == MessageState.Planned, cancellationToken);
                var recipient = row is null ? null : await db.Participants.FindAsync([row.PersonId], cancellationToken);
                var unwanted = recipient is null
                    || !IsStillWanted(row!, recipient)
                    || hold.IsPointless(row!, recipient)
                    || await sources.Of(row!.Kind).IsTooLateAsync(db, row, cancellationToken);
                var composed = unwanted ? null : await composer.ComposeAsync(db, row!, recipient!, cancellationToken);
                return (row, recipient, composed);
            },
            cancellationToken);
        if (message is null)
        {
            return null;
        }

        if (person is null)
        {
            await outcome.EraseAsync(message, cancellationToken);
            return null;
        }

        if (card is not null && hold.Until(message, person) is { } later)
        {
            await outcome.HoldAsync(message.Id, later, cancellationToken);
            return null;
        }

        if (card is null)
        {
            await outcome.DropAsync(message.Id, "noLongerWanted", cancellationToken);
            return null;
        }

        var reader = composer.ReaderFor(person);
        return (message, person, card.Build(reader).ToMessage(card.Summary(reader.Texts)));
    }

    // Whoever can't be reached gets nothing; whoever paused since gets no new invitation.
    private bool IsStillWanted(Message message, Participant person) =>
        person.UnreachableSince is null && (message.Kind != MessageKind.Invitation || person.IsActiveAt(clock.GetCurrentInstant()));

    private async Task<string> CreateConversationAsync(Participant person, CancellationToken cancellationToken)
    {
        var conversation = await connector.CreateConversationAsync(person.ServiceUrl, person.TeamsUserId, bot.Value.TenantId!, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await db.Participants.FindAsync([person.PersonId], cancellationToken) is { } row)
                {
                    row.ConversationId = conversation;
                }
            },
            cancellationToken);
        return conversation;
    }

    // One statement that names the state it expects: of several at once, one gets it. Stopped since the sweep began, an invitation stays planned.
    private async Task<bool> ClaimAsync(Guid messageId, CancellationToken cancellationToken) => 1 == await database.RunAsync(
        db => db.Messages.Where(x => x.Id == messageId && x.State == MessageState.Planned && (x.Kind != MessageKind.Invitation || !db.Set<StopRow>().Any(stop => stop.LiftedAt == null))).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.State, MessageState.Sending).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellationToken),
        cancellationToken);

    // What Teams did cannot be asked again, so it is worth waiting, however long, for a database that is away or full.
    private async Task RecordAsync(Func<Task> record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await record();
                return;
            }
            catch (Exception failure) when ((attempt < RecordTries || StorageOutage.IsOutage(failure)) && !cancellationToken.IsCancellationRequested)
            {
                if (attempt % RecordTries == 1)
                {
                    Log.NotRecorded(logger, failure);
                }

                var wait = BetweenRecords * attempt;
                await Task.Delay(wait < LongestBetweenRecords ? wait : LongestBetweenRecords, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Kind} {Message} was not sent: {Failure} {Code}")]
        public static partial void NotSent(ILogger logger, MessageKind kind, Guid message, ConnectorFailure failure, string? code);

        [LoggerMessage(LogLevel.Error, "What became of a message could not be written down; is the database away, or its disk full? It is tried until it can be")]
        public static partial void NotRecorded(ILogger logger, Exception failure);
    }
}
