using System.Collections.Immutable;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>
/// Who does not want to be matched with whom. An entry works both ways and is known to its owner alone; nothing here reveals the
/// entries of others.
/// </summary>
internal sealed class DoNotMatchList(Database database, KeyRing keys, TimeProvider clock)
{
    /// <summary>The most entries a person can have: as many as fit on a card.</summary>
    public const int Most = 30;

    /// <summary>The name of the key under which colleagues are hashed.</summary>
    public const string Key = "not-with";

    /// <summary>Adds an entry. Adding it again changes nothing.</summary>
    /// <returns>False when the person's list is full.</returns>
    public async Task<bool> AddAsync(string personId, string otherId, CancellationToken cancellationToken)
    {
        var hash = KeyedHash.Of(otherId, await keys.FindAsync(Key, cancellationToken));
        return await database.WriteAsync(
            async db =>
            {
                var own = await db.NotWith.Where(row => row.PersonId == personId).ToListAsync(cancellationToken);
                if (own.Find(row => row.OtherKey == hash) is { } kept)
                {
                    kept.OtherId = otherId;
                    return true;
                }

                if (own.Count >= Most || await db.Participants.FindAsync([personId], cancellationToken) is null)
                {
                    return false;
                }

                db.NotWith.Add(new DoNotMatchRow { Id = clock.NewId(), PersonId = personId, OtherId = otherId, OtherKey = hash });
                return true;
            },
            cancellationToken);
    }

    public Task TakeBackAsync(string personId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
            db.NotWith.RemoveRange(
                await db.NotWith.Where(row => row.PersonId == personId && ids.Contains(row.Id)).ToListAsync(cancellationToken)),
        cancellationToken);

    public Task<List<DoNotMatchRow>> OfAsync(string personId, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.NotWith.Where(row => row.PersonId == personId).OrderBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>When an erased person joins again, restores their name in the lists of those who would rather not meet them.</summary>
    public static async Task NameAgainAsync(ConnectDb db, string personId, CancellationToken cancellationToken)
    {
        // Without a key there are no entries.
        if (await db.Keys.FindAsync([Key], cancellationToken) is not { } key)
        {
            return;
        }

        var hash = KeyedHash.Of(personId, Convert.FromHexString(key.Value));
        var unnamed = db.NotWith.Where(row => row.OtherKey == hash && row.OtherId == null && row.PersonId != personId);
        foreach (var wish in await unnamed.ToListAsync(cancellationToken))
        {
            wish.OtherId = personId;
        }
    }

    /// <summary>All pairs of participants of whom at least one would rather not meet the other. For matching only; never shown.</summary>
    public async Task<ImmutableHashSet<PersonPair>> PairsAsync(CancellationToken cancellationToken)
    {
        var (wishes, participants) = await database.ReadAsync(
            async db => (
                await db.NotWith.Select(row => new { row.PersonId, row.OtherKey }).ToListAsync(cancellationToken),
                await db.Participants.Select(person => person.PersonId).ToListAsync(cancellationToken)),
            cancellationToken);
        if (wishes.Count == 0)
        {
            return [];
        }

        var key = await keys.FindAsync(Key, cancellationToken);
        var known = participants.ToDictionary(id => KeyedHash.Of(id, key), StringComparer.Ordinal);
        return [.. wishes.Where(wish => known.TryGetValue(wish.OtherKey, out var other) && other != wish.PersonId)
            .Select(wish => new PersonPair(wish.PersonId, known[wish.OtherKey]))];
    }
}
