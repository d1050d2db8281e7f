using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Delivery;

/// <summary>
/// What is due, in trains of messages about one subject, read a page at a time while the trains before are under way: the
/// slowest message of a page holds up nobody. A subject whose train is under way gets no second one.
/// </summary>
internal sealed class DueTrains(Database database, int? shard, Instant now, bool isStopped)
{
    // Then tasks, edits and the other processes have their turn.
    private const int Pages = 4;
    private const int Page = 500;

    private readonly Lock gate = new();
    private readonly HashSet<Guid> seen = [];
    private readonly HashSet<string> underWay = new(StringComparer.Ordinal);

    /// <summary>Whether there was anything.</summary>
    public bool Any => seen.Count > 0;

    /// <param name="mayGoOn">Asked before each page but the first.</param>
    /// <param name="cancellationToken">Reads nothing more.</param>
    public async IAsyncEnumerable<Train> ReadAsync(Func<bool> mayGoOn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; page < Pages && (page == 0 || mayGoOn()); page++)
        {
            var fresh = Begin(await ReadPageAsync(cancellationToken));
            if (fresh.Count == 0)
            {
                yield break;
            }

            foreach (var train in fresh)
            {
                yield return train;
            }
        }
    }

    public void Ended(Train train)
    {
        lock (gate)
        {
            underWay.Remove(train.Subject);
        }
    }

    // What is left of a train that stopped is due still; it is for the next sweep.
    private List<Train> Begin(List<Due> page)
    {
        lock (gate)
        {
            var trains = page.Where(due => !seen.Contains(due.Id)).GroupBy(due => due.Subject, due => due.Id, StringComparer.Ordinal)
                .Where(train => underWay.Add(train.Key)).Select(train => new Train(train.Key, [.. train])).ToList();
            seen.UnionWith(trains.SelectMany(train => train.Messages));
            return trains;
        }
    }

    private Task<List<Due>> ReadPageAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async db => (await Standstill.Allowed(db.Messages, isStopped).In(shard, message => message.Shard == shard)
            .Where(message => message.State == MessageState.Planned && message.DueAt <= now)
            .OrderBy(message => message.DueAt).ThenBy(message => message.Id).Take(shard is null ? Page : Page / Shard.Count)
            .Select(message => new { message.Id, message.SubjectId, message.PersonId }).ToListAsync(cancellationToken))
            .ConvertAll(message => new Due(message.Id, message.SubjectId == Guid.Empty ? message.PersonId : message.SubjectId.ToString())),
        cancellationToken);

    private readonly record struct Due(Guid Id, string Subject);
}

/// <summary>Messages that go one after the other.</summary>
internal sealed record Train(string Subject, IReadOnlyList<Guid> Messages);
