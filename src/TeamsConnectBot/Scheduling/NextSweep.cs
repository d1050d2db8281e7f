using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>Finds when the next row is due, in a shard, in all, or in each.</summary>
internal sealed class NextSweep(Database database)
{
    public Task<Instant?> FindAsync(int? shard, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            // Rows on hold are swept when the stop is lifted.
            var isStopped = await Standstill.CurrentAsync(db, cancellationToken) is not null;
            var message = await Standstill.Allowed(Planned(db), isStopped).In(shard, row => row.Shard == shard)
                .MinAsync(row => (Instant?)row.DueAt, cancellationToken);
            var task = await Standstill.Allowed(db.DueTasks, isStopped).In(shard, row => row.Shard == shard)
                .MinAsync(row => (Instant?)row.DueAt, cancellationToken);
            return message is { } first && task is { } second ? Instant.Min(first, second) : message ?? task;
        },
        cancellationToken);

    /// <summary>Each shard with work, and when that is due; a card to be edited is due at once.</summary>
    public Task<Dictionary<int, Instant>> FindEachAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var isStopped = await Standstill.CurrentAsync(db, cancellationToken) is not null;
            var messages = await Standstill.Allowed(Planned(db), isStopped).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var tasks = await Standstill.Allowed(db.DueTasks, isStopped).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var stale = await db.Messages.Where(row => row.IsStale && row.State == MessageState.Accepted)
                .Select(row => row.Shard).Distinct().ToListAsync(cancellationToken);
            return messages.Concat(tasks).Concat(stale.Select(shard => new { Key = shard, At = Instant.MinValue }))
                .GroupBy(due => due.Key).ToDictionary(shard => shard.Key, shard => shard.Min(due => due.At));
        },
        cancellationToken);

    private static IQueryable<Message> Planned(ConnectDb db) => db.Messages.Where(row => row.State == MessageState.Planned);
}
