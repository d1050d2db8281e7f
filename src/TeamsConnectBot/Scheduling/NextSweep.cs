using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>When the next row is due, in all or in each shard.</summary>
internal sealed class NextSweep(Database database)
{
    public Task<Instant?> FindAsync(int? shard, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            // What is held is planned for when somebody starts everything again.
            var isStopped = await Standstill.CurrentAsync(db, cancellationToken) is not null;
            var message = await Standstill.Allowed(Planned(db), isStopped).In(shard, row => row.Shard == shard).MinAsync(row => (Instant?)row.DueAt, cancellationToken);
            var task = await Standstill.Allowed(db.DueTasks, isStopped).In(shard, row => row.Shard == shard).MinAsync(row => (Instant?)row.DueAt, cancellationToken);
            return message is { } first && task is { } second ? Instant.Min(first, second) : message ?? task;
        },
        cancellationToken);

    /// <summary>Each shard that has anything to do, with the moment it is due; a card to be edited is due at once.</summary>
    public Task<Dictionary<int, Instant>> FindEachAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var isStopped = await Standstill.CurrentAsync(db, cancellationToken) is not null;
            var messages = await Standstill.Allowed(Planned(db), isStopped).GroupBy(row => row.Shard).Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var tasks = await Standstill.Allowed(db.DueTasks, isStopped).GroupBy(row => row.Shard).Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var stale = await StaleCards(db).Select(row => row.Shard).Distinct().ToListAsync(cancellationToken);
            return messages.Concat(tasks).Concat(stale.Select(shard => new { Key = shard, At = Instant.MinValue }))
                .GroupBy(due => due.Key).ToDictionary(shard => shard.Key, shard => shard.Min(due => due.At));
        },
        cancellationToken);

    private static IQueryable<Message> Planned(ConnectDb db) => db.Messages.Where(row => row.State == MessageState.Planned);

    private static IQueryable<Message> StaleCards(ConnectDb db) => db.Messages.Where(row => row.IsStale && row.State == MessageState.Accepted);
}
