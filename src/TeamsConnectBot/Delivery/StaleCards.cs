using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

/// <summary>Edits cards whose rows have changed since, so that an old card shows where things stand. Editing notifies nobody.</summary>
internal sealed partial class StaleCards(
    Database database, CardComposer composer, TeamsConnector connector, SendSlots slots, DeliveryCircuitBreaker breaker,
    IOptions<EngineOptions> options, ILogger<StaleCards> logger)
{
    private const int Batch = 500;

    public static Task MarkAsync(ConnectDb db, Guid subject, CancellationToken cancellationToken) => MarkAsync(db, subject, null, cancellationToken);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="subject">What changed.</param>
    /// <param name="person">Whose cards show the change; null for everybody's. An edit that changes nothing would still be seen.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    public static async Task MarkAsync(ConnectDb db, Guid subject, string? person, CancellationToken cancellationToken)
    {
        var shown = db.Messages.Where(message =>
            message.SubjectId == subject && message.State == MessageState.Accepted && (person == null || message.PersonId == person));
        foreach (var message in await shown.ToListAsync(cancellationToken))
        {
            message.IsStale = true;
            message.Changes++;
        }
    }

    /// <summary>Every card that may name somebody who goes: those of all their connections, also the ones that are long over.</summary>
    public static async Task MarkNamingAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var connections = db.Members.Where(member => member.PersonId == personId).Select(member => member.ConnectionId);
        foreach (var connection in await connections.ToListAsync(cancellationToken))
        {
            await MarkAsync(db, connection, cancellationToken);
        }
    }

    /// <returns>Whether any was edited. One that Teams does not take now stays for the next sweep.</returns>
    public async Task<bool> EditAsync(int? shard, CancellationToken cancellationToken)
    {
        if (breaker.IsOpen)
        {
            return false;
        }

        var stale = await database.ReadAsync(
            db => db.Messages.In(shard, message => message.Shard == shard).Where(message => message.IsStale && message.State == MessageState.Accepted)
                .OrderBy(message => message.Id).Take(Batch).Select(message => message.Id).ToListAsync(cancellationToken),
            cancellationToken);
        var edited = 0;
        await Parallel.ForEachAsync(
            stale,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.SendAtOnce, CancellationToken = cancellationToken },
            async (message, token) =>
            {
                if (await EditAsync(message, token))
                {
                    Interlocked.Increment(ref edited);
                }
            });
        return edited > 0;
    }

    private async Task<bool> EditAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var (message, person, card) = await database.ReadAsync(
            async db =>
            {
                var row = await db.Messages.SingleOrDefaultAsync(x => x.Id == messageId && x.IsStale, cancellationToken);
                var reader = row is null ? null : await db.Participants.FindAsync([row.PersonId], cancellationToken);
                return (row, reader, reader is null ? null : await composer.ComposeAsync(db, row!, reader, cancellationToken));
            },
            cancellationToken);
        if (message is null)
        {
            return false;
        }

        if (message.ActivityId is { } activityId && card is not null && person is { ConversationId: { } conversation, UnreachableSince: null })
        {
            var reader = composer.ReaderFor(person);
            var activity = card.Build(reader).ToMessage(card.Summary(reader.Texts));
            using var permit = await breaker.EnterAsync(cancellationToken);
            if (permit is null)
            {
                return false;
            }

            using var slot = await slots.TakeAsync(cancellationToken);
            try
            {
                await connector.UpdateActivityAsync(person.ServiceUrl, conversation, activityId, activity, cancellationToken);
                await breaker.EditedAsync(permit, cancellationToken);
            }
            catch (ConnectorException failure)
            {
                // A card that can't be edited says nothing about whether the app may send; an outage of Teams does.
                if (TeamsFailures.ForCircuit(failure) is CircuitFailure.Throttled or CircuitFailure.Unavailable
                    && breaker.Failed(permit, person.PersonId, failure))
                {
                    await breaker.RecordBreakAsync(failure.Failure, cancellationToken);
                }

                // Until it is edited, or when it never can be, a click on it is answered with the current state.
                Log.NotEdited(logger, message.Kind, message.Id, failure.Failure);
                if (failure.IsTransient)
                {
                    return false;
                }
            }
        }

        // Only now: editing twice does no harm, and a process that dies in between leaves it to be edited. A change meanwhile stays to be shown.
        return 1 == await database.RunAsync(
            db => db.Messages.Where(x => x.Id == messageId && x.Changes == message.Changes)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.IsStale, false), cancellationToken),
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The card of {Kind} {Message} could not be edited: {Failure}")]
        public static partial void NotEdited(ILogger logger, MessageKind kind, Guid message, ConnectorFailure failure);
    }
}
