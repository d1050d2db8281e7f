using System.Collections.Immutable;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Reads who was matched in the pool's last rounds, including meetings that were called off, and what can be learned from the answers given
/// after all stored meetings.
/// </summary>
internal sealed class PoolHistoryReader(Database database, DoNotMatchList wishes, SeasonBook seasons)
{
    /// <summary>The complete history, for a real round.</summary>
    public async Task<PoolHistory> ReadAsync(PoolOptions pool, Round round, CancellationToken cancellationToken)
    {
        var inSeason = await database.ReadAsync(db => seasons.WaitingAsync(db, pool.Id, cancellationToken), cancellationToken);
        return await ReadWithoutWishesAsync(pool, round, cancellationToken) with
        {
            DoNotMatch = await wishes.PairsAsync(cancellationToken), Seasons = [.. inSeason.Keys],
        };
    }

    /// <summary>Without do-not-match wishes and seasons: for anything that shows results, so that no result reveals a wish.</summary>
    public async Task<PoolHistory> ReadWithoutWishesAsync(PoolOptions pool, Round round, CancellationToken cancellationToken)
    {
        var (rounds, connections, answers) = await database.ReadAsync(
            async db =>
            {
                var earlier = await db.Rounds.Where(x => x.PoolId == pool.Id && x.Id != round.Id && x.StartedAt < round.StartedAt)
                    .OrderByDescending(x => x.StartedAt).Take(pool.RepeatWindow).Select(x => x.Id).ToListAsync(cancellationToken);
                var theirs = await db.Meetings.Include(x => x.Members).Where(x => earlier.Contains(x.RoundId))
                    .ToListAsync(cancellationToken);
                return (earlier, theirs, await AnswersAsync(db, pool, round, cancellationToken));
            },
            cancellationToken);

        var since = new Dictionary<PersonPair, int>();
        var again = new HashSet<PersonPair>();
        // Oldest first, so that the latest meeting of a pair, and what both answered after it, wins.
        foreach (var connection in connections.OrderByDescending(x => rounds.IndexOf(x.RoundId)))
        {
            foreach (var (one, other) in Pairs(connection.Members))
            {
                var pair = new PersonPair(one.PersonId, other.PersonId);
                since[pair] = rounds.IndexOf(connection.RoundId) + 1;
                _ = AgainRules.BothWantAgain(one.Answer, other.Answer) ? again.Add(pair) : again.Remove(pair);
            }
        }

        return new PoolHistory
        {
            RoundsSinceMet = since.ToImmutableDictionary(), Again = [.. again], Learned = LearnedWeights.From(answers),
        };
    }

    // Only meetings before the round, so that its planning and its settling see the same answers.
    private static async Task<List<MeetingAnswer>> AnswersAsync(
        ConnectDb db, PoolOptions pool, Round round, CancellationToken cancellationToken)
    {
        var said = await db.Meetings.Where(x => x.PoolId == pool.Id && x.State == MeetingState.Over && x.StartsAt < round.StartedAt
                && !x.IsForQuestion)
            .SelectMany(x => x.Members, (x, member) => new { member.PersonId, member.Answer, x.Offer, x.Office, x.AcrossDepartments })
            .ToListAsync(cancellationToken);
        return [.. from x in said
                   select new MeetingAnswer(x.PersonId, new MeetingKind(x.Offer, x.Office is not null, x.AcrossDepartments), x.Answer)];
    }

    private static IEnumerable<(MemberRow One, MemberRow Other)> Pairs(List<MemberRow> members) =>
        from i in Enumerable.Range(0, members.Count)
        from j in Enumerable.Range(i + 1, members.Count - i - 1)
        select (members[i], members[j]);
}
