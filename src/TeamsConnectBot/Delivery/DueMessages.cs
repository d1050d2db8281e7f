using System.Runtime.CompilerServices;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// Due messages in batches, each about one subject. A page is read while earlier batches are under way, so that the slowest message of
/// a page holds up nobody. No second batch about a subject starts while its first is under way.
/// </summary>
internal sealed class DueMessages(Database database, NextSweep next, int? shard, TimeProvider clock)
{
    // After this many pages, tasks and edits that are due, and the other processes, get their turn.
    private const int Pages = 4;
    private const int Page = 500;

    private readonly Lock gate = new();
    private readonly HashSet<Guid> seen = [];
    private readonly HashSet<string> underWay = new(StringComparer.Ordinal);

    /// <summary>Whether any message was due.</summary>
    public bool Any { get; private set; }

    /// <param name="mayContinue">Asked before each page but the first.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async IAsyncEnumerable<MessageBatch> ReadAsync(
        Func<bool> mayContinue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; page == 0 || mayContinue(); page++)
        {
            if (page > 0 && page % Pages == 0)
            {
                if (shard is not null || await IsOtherWorkDueAsync(cancellationToken))
                {
                    yield break;
                }

                // A new turn begins at once: waiting for the last messages under way would leave most of Teams' limit unused meanwhile.
                Forget();
            }

            var batches = Begin(await ReadPageAsync(cancellationToken));
            if (batches.Count == 0)
            {
                yield break;
            }

            foreach (var batch in batches)
            {
                yield return batch;
            }
        }
    }

    public void Ended(MessageBatch batch)
    {
        lock (gate)
        {
            underWay.Remove(batch.Subject);
        }
    }

    // What is left of a batch that stopped at a failure is still due; the next sweep takes it.
    private List<MessageBatch> Begin(List<(Guid Id, string Subject)> page)
    {
        lock (gate)
        {
            var batches = page.Where(due => !seen.Contains(due.Id)).GroupBy(due => due.Subject, due => due.Id, StringComparer.Ordinal)
                .Where(due => underWay.Add(due.Key)).Select(due => new MessageBatch(due.Key, [.. due])).ToList();
            seen.UnionWith(batches.SelectMany(batch => batch.Messages));
            Any |= batches.Count > 0;
            return batches;
        }
    }

    private void Forget()
    {
        lock (gate)
        {
            seen.Clear();
        }
    }

    private async Task<bool> IsOtherWorkDueAsync(CancellationToken cancellationToken)
    {
        var (due, now) = (await next.FindAsync(shard, cancellationToken), clock.GetCurrentInstant());
        return due.IsDue(SweepPhase.Tasks, now) || due.IsDue(SweepPhase.Edits, now);
    }

    private async Task<List<(Guid Id, string Subject)>> ReadPageAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return await database.ReadAsync(
            async db => (await Standstill.Allowed(db.Messages, db).In(shard, message => message.Shard == shard)
                .Where(message => message.State == MessageState.Planned && message.DueAt <= now)
                .OrderBy(message => message.DueAt).ThenBy(message => message.Id).Take(shard is null ? Page : Page / Shard.Count)
                .Select(message => new { message.Id, message.SubjectId, message.PersonId }).ToListAsync(cancellationToken))
                .ConvertAll(message => (message.Id, message.SubjectId == Guid.Empty ? message.PersonId : message.SubjectId.ToString())),
            cancellationToken);
    }
}

/// <summary>Messages to send one after the other.</summary>
internal sealed record MessageBatch(string Subject, IReadOnlyList<Guid> Messages);
