using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>Finds when the next task, message or edit is due, in a shard, in all, or in each.</summary>
internal sealed class NextSweep(Database database)
{
    public Task<Instant?> FindAsync(int? shard, CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            // Rows on hold are swept when the stop is lifted.
            var isStopped = await Standstill.CurrentAsync(db, cancellationToken) is not null;
            Instant?[] due =
            [
                await Standstill.Allowed(Planned(db), isStopped).In(shard, row => row.Shard == shard)
                    .MinAsync(row => (Instant?)row.DueAt, cancellationToken),
                await Stale(db).In(shard, row => row.Shard == shard).MinAsync(row => (Instant?)row.DueAt, cancellationToken),
                await Standstill.Allowed(db.DueTasks, isStopped).In(shard, row => row.Shard == shard)
                    .MinAsync(row => (Instant?)row.DueAt, cancellationToken),
            ];
            return due.Min();
        },
        cancellationToken);

    /// <summary>Each shard with work, and when that is due.</summary>
    public Task<Dictionary<int, Instant>> FindEachAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var isStopped = await Standstill.CurrentAsync(db, cancellationToken) is not null;
            var messages = await Standstill.Allowed(Planned(db), isStopped).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var edits = await Stale(db).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var tasks = await Standstill.Allowed(db.DueTasks, isStopped).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            return messages.Concat(edits).Concat(tasks).GroupBy(due => due.Key)
                .ToDictionary(shard => shard.Key, shard => shard.Min(due => due.At));
        },
        cancellationToken);

    private static IQueryable<Message> Planned(ConnectDb db) => db.Messages.Where(row => row.State == MessageState.Planned);

    private static IQueryable<Message> Stale(ConnectDb db) => db.Messages.Where(row => row.IsStale && row.State == MessageState.Accepted);
}
