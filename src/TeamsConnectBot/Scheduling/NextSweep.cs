using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>Finds which tasks, messages and edits are due next, in a shard, in all, or in each.</summary>
internal sealed class NextSweep(Database database)
{
    /// <summary>What is due first of each kind. A sweep mostly finds nothing to do, so one query asks for all of it.</summary>
    public async Task<DueWork> FindAsync(int? shard, CancellationToken cancellationToken)
    {
        var first = await database.ReadAsync(
            db =>
            {
                var messages = db.Messages.In(shard, row => row.Shard == shard);
                var tasks = db.DueTasks.In(shard, row => row.Shard == shard);
                return messages.Where(row => row.State == MessageState.Sending).OrderBy(row => row.DueAt)
                    .Select(row => new { Phase = SweepPhase.Recover, row.DueAt }).Take(1)
                    .Concat(Standstill.Allowed(tasks, db).OrderBy(row => row.DueAt)
                        .Select(row => new { Phase = SweepPhase.Tasks, row.DueAt }).Take(1))
                    .Concat(Standstill.Allowed(Planned(messages), db).OrderBy(row => row.DueAt)
                        .Select(row => new { Phase = SweepPhase.Messages, row.DueAt }).Take(1))
                    .Concat(Stale(messages).OrderBy(row => row.DueAt).Select(row => new { Phase = SweepPhase.Edits, row.DueAt }).Take(1))
                    .ToListAsync(cancellationToken);
            },
            cancellationToken);
        return new DueWork(first.ToDictionary(due => due.Phase, due => due.DueAt));
    }

    /// <summary>Each shard with work, and when that is due.</summary>
    public Task<Dictionary<int, Instant>> FindEachAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db =>
        {
            var messages = await Standstill.Allowed(Planned(db.Messages), db).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var edits = await Stale(db.Messages).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            var tasks = await Standstill.Allowed(db.DueTasks, db).GroupBy(row => row.Shard)
                .Select(shard => new { shard.Key, At = shard.Min(row => row.DueAt) }).ToListAsync(cancellationToken);
            return messages.Concat(edits).Concat(tasks).GroupBy(due => due.Key)
                .ToDictionary(shard => shard.Key, shard => shard.Min(due => due.At));
        },
        cancellationToken);

    private static IQueryable<Message> Planned(IQueryable<Message> messages) =>
        messages.Where(row => row.State == MessageState.Planned);

    private static IQueryable<Message> Stale(IQueryable<Message> messages) =>
        messages.Where(row => row.IsStale && row.State == MessageState.Accepted);
}
