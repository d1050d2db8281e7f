using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Chooses whom to invite and for which gaps, together for the whole pool.</summary>
public static class AskPlanner
{
    /// <summary>Plans a round's invitations.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="members">Everyone who may be nudged, once each.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="offerable">The part of the week that can be offered; a gap lies wholly inside it.</param>
    /// <param name="seed">Decides ties; the same seed and members give the same plan in any order.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
    /// <exception cref="ArgumentException">A member is listed twice.</exception>
    public static AskPlan Plan(
        Week week,
        IReadOnlyList<PoolMember> members,
        PoolHistory history,
        MatchingRules rules,
        Slot offerable,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfGaps(week, members, rules, offerable);
        var pairs = new PairRules(roster, history, rules);
        var buckets = Buckets.ByPlace(roster, week.Start);
        var candidates = new CandidateFinder(roster, pairs, rules, seed).Find(() => buckets, cancellationToken);
        var graph = CandidateGraph.Match(candidates, new PairWeigher(roster, pairs, rules, history.Learnt, seed), seed, cancellationToken);
        var book = GapChoice.Make(roster, buckets, candidates, rules, seed, cancellationToken);
        var leads = new GapRepair(roster, book, pairs, candidates).Run();
        return new AskPlan
        {
            Asks = [.. Everyone(roster).Where(person => leads[person]).Select(person => new Ask(roster.Members[person], Gaps(book, person, rules)))],
            NotAsked = [.. Everyone(roster).Where(person => !leads[person]).Select(person => new NotAsked(roster.Members[person], Reason(roster, pairs, person)))],
            Weight = graph.Matching.Weight,
            UpperBound = graph.Matching.UpperBound,
        };
    }

    private static IEnumerable<int> Everyone(Roster roster) => Enumerable.Range(0, roster.Count);

    private static ImmutableArray<Slot> Gaps(GapBook book, int person, MatchingRules rules) =>
        [.. book.Of(person).Order().Select(start => new Slot(start, rules.GapQuarters))];

    private static NotAskedReason Reason(Roster roster, PairRules pairs, int person)
    {
        if (!roster.HasGap(person))
        {
            return NotAskedReason.NoGap;
        }

        return Everyone(roster).Any(other => pairs.Allow(person, other)) ? NotAskedReason.NobodyShares : NotAskedReason.NobodyAllowed;
    }
}
