using TeamsConnectBot.Availability;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Moves participants to the pool in whose group a round finds them, for the host, the quiet hours and the figures. Somebody in several
/// groups is invited by each of those pools and stays with the one they have.
/// </summary>
internal sealed class PoolMoves(PoolCatalogue pools, GraphMemberIds groups)
{
    /// <summary>Those who are in the round's group and not, or no longer, in the group of the pool they have.</summary>
    public async Task<IReadOnlyList<Participant>> FindAsync(PoolOptions pool, PoolSnapshot gathered, CancellationToken cancellationToken)
    {
        var moving = new List<Participant>();
        var elsewhere = gathered.People.Select(person => person.Participant).Where(person => person.PoolId != pool.Id);
        foreach (var people in elsewhere.GroupBy(person => person.PoolId))
        {
            var present = pools.All.FirstOrDefault(other => other.Id == people.Key);
            if (present is null)
            {
                moving.AddRange(people);
            }
            else if (await IdsAsync(present, pool, cancellationToken) is { } ids)
            {
                moving.AddRange(people.Where(person => !ids.Contains(person.PersonId)));
            }
        }

        return moving;
    }

    /// <summary>Writes it, for those who are still where they were when it was decided.</summary>
    public static async Task WriteAsync(
        ConnectDb db, IReadOnlyList<Participant> moving, PoolOptions pool, CancellationToken cancellationToken)
    {
        foreach (var batch in moving.Chunk(BatchedWrites.Size))
        {
            var before = batch.ToDictionary(person => person.PersonId, person => person.PoolId, StringComparer.Ordinal);
            var ids = before.Keys.ToList();
            var rows = await db.Participants.Where(row => ids.Contains(row.PersonId)).ToListAsync(cancellationToken);
            foreach (var row in rows.Where(row => row.PoolId == before[row.PersonId]))
            {
                row.PoolId = pool.Id;
            }

            await BatchedWrites.SaveAsync(db, cancellationToken);
        }
    }

    /// <returns>Null when nobody moves: both pools have the same group, or the other cannot be read now.</returns>
    private async Task<IReadOnlySet<string>?> IdsAsync(PoolOptions present, PoolOptions pool, CancellationToken cancellationToken)
    {
        if (string.Equals(present.GroupId, pool.GroupId, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await groups.ReadAsync(present.GroupId, cancellationToken);
        }
        catch (GraphUnavailableException)
        {
            // Another pool's group must not keep this round from starting; the next round asks again.
            return null;
        }
    }
}
