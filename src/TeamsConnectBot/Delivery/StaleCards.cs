using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>Edits cards whose rows have changed since, so that an old card shows the current state. Editing notifies nobody.</summary>
internal sealed class StaleCards(
    Database database, MessageRecords records, Sender sender, DeliveryCircuitBreaker breaker, TimeProvider clock,
    IOptions<SchedulingOptions> options)
{
    private const int Batch = 500;

    public static Task MarkAsync(ConnectDb db, Guid subject, CancellationToken cancellationToken) =>
        MarkAsync(db, subject, null, cancellationToken);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="subject">What changed.</param>
    /// <param name="person">Whose cards show the change; null for everybody's. People notice an edit even if it changes nothing.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public static async Task MarkAsync(ConnectDb db, Guid subject, string? person, CancellationToken cancellationToken)
    {
        var shown = db.Messages.Where(message => message.SubjectId == subject && (person == null || message.PersonId == person)
            && (message.State == MessageState.Accepted || message.State == MessageState.Sending || message.State == MessageState.Planned));
        foreach (var message in await shown.ToListAsync(cancellationToken))
        {
            // A card on its way is edited once it has arrived. A planned message is composed again instead, because it can't be claimed
            // after a change.
            message.IsStale |= message.State != MessageState.Planned;
            message.Changes++;
        }
    }

    /// <summary>Marks every card that may name a person who leaves: those of all their meetings, however long ago.</summary>
    public static async Task MarkNamingAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        var meetings = db.Members.Where(member => member.PersonId == personId).Select(member => member.ConnectionId);
        foreach (var meeting in await meetings.ToListAsync(cancellationToken))
        {
            await MarkAsync(db, meeting, cancellationToken);
        }
    }

    /// <returns>Whether any was edited. A card that Teams can't edit now is edited later.</returns>
    public async Task<bool> EditAsync(int? shard, CancellationToken cancellationToken)
    {
        if (breaker.IsOpen)
        {
            await breaker.PostponeAsync(cancellationToken);
            return false;
        }

        var now = clock.GetCurrentInstant();
        var stale = await database.ReadAsync(
            db => db.Messages.In(shard, message => message.Shard == shard)
                .Where(message => message.IsStale && message.State == MessageState.Accepted && message.DueAt <= now)
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
        var (row, message) = await database.ReadAsync(
            async db =>
            {
                var stale = await db.Messages.SingleOrDefaultAsync(x => x.Id == messageId && x.IsStale, cancellationToken);
                return (stale, stale is null ? null : await records.ComposeAsync(db, stale, cancellationToken));
            },
            cancellationToken);
        if (row is null)
        {
            return false;
        }

        if (message is not null && await sender.EditAsync(message, cancellationToken) is { } delay)
        {
            var later = clock.GetCurrentInstant() + delay;
            await database.RunAsync(
                db => db.Messages.Where(x => x.Id == messageId)
                    .ExecuteUpdateAsync(set => set.SetProperty(x => x.DueAt, later), cancellationToken),
                cancellationToken);
            return false;
        }

        // Only after the edit, so that a process that dies in between leaves the card to be edited again. After a change during the edit
        // the card is still stale.
        return 1 == await database.RunAsync(
            db => db.Messages.Where(x => x.Id == messageId && x.Changes == row.Changes)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.IsStale, false), cancellationToken),
            cancellationToken);
    }
}
