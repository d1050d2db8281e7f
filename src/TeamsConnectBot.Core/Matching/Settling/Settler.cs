using System.Runtime.InteropServices;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling.Fairness;
using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Late binding: matches those who said yes in pairs, in gaps that both ticked and still have free; the odd one out joins a pair. Nobody
/// gets two connections. Two people in a season are matched with each other, before everybody else. In a pool with two sides there are only
/// pairs across, and as many for a person as they want at most; two people in a season are one of these pairs.
/// </summary>
public static class Settler
{
    /// <summary>Settles the answers of a round.</summary>
    /// <param name="week">The week of the round.</param>
    /// <param name="yeses">Everyone who said yes, at most once each.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The settings.</param>
    /// <param name="seed">Breaks ties; the same seed and answers, in any order, give the same settlement.</param>
    /// <param name="cancellationToken">Token to cancel the operation between steps.</param>
    /// <exception cref="ArgumentException">Someone answered twice.</exception>
    public static Settlement Settle(
        Week week,
        IReadOnlyList<Acceptance> yeses,
        PoolHistory history,
        MatchingRules rules,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(yeses);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfAcceptances(week, yeses, rules);
        var pairs = new PairRules(roster, history, rules);
        var weigher = new PairWeigher(roster, pairs, rules, history.Learned, seed);
        if (roster.HasSides)
        {
            var across = new CandidateFinder(roster, pairs, seed).Find(() => Buckets.ByStart(roster), cancellationToken);
            return new AcrossSides(week, roster, rules)
                .Settle(across, [.. SeasonPairs.All(roster, pairs, history)], weigher, seed, cancellationToken);
        }

        if (SeasonPairs.Of(roster, pairs, history) is { Count: > 0 } seasons)
        {
            var slots = new SlotAssignment(week, roster, rules);
            var together = slots.Assign(seasons.Select(pair => new[] { pair.One, pair.Other }));
            var taken = together.SelectMany(group => group.Members).Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
            var others = yeses.Where(yes => !taken.Contains(yes.Member.Id)).ToList();
            var rest = Settle(week, others, history with { Seasons = [] }, rules, seed, cancellationToken);
            return rest with
            {
                Groups = [.. together.Concat(rest.Groups).OrderBy(group => group.Slot.Start)
                    .ThenBy(group => group.Members[0].Id, StringComparer.Ordinal)],
            };
        }

        var candidates = new CandidateFinder(roster, pairs, seed).Find(() => Buckets.ByStart(roster), cancellationToken);
        var couples = Match(candidates, weigher, seed, cancellationToken);
        var groups = new Regrouping(roster, candidates, new PairWorth(roster, pairs, weigher, rules), seed)
            .Improve(Trios.Form(roster, pairs, candidates, couples), cancellationToken);
        return new Settlement(
            new SlotAssignment(week, roster, rules).Assign(groups),
            [.. roster.Everyone.Except(groups.SelectMany(group => group)).Select(person => roster.Members[person])]);
    }

    private static (int A, int B)[] Match(int[][] candidates, PairWeigher weigher, ulong seed, CancellationToken cancellationToken)
    {
        var edges = new List<WeightedEdge>(candidates.Sum(list => list.Length) / 2);
        for (var one = 0; one < candidates.Length; one++)
        {
            foreach (var other in candidates[one])
            {
                if (one < other)
                {
                    edges.Add(new WeightedEdge(one, other, weigher.Weigh(one, other)));
                }
            }
        }

        var graph = MatchingGraph.Create(candidates.Length, CollectionsMarshal.AsSpan(edges));
        return [.. Matcher.Match(graph, new MatcherOptions { Seed = seed }, cancellationToken).EnumeratePairs()];
    }
}
