using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling.Fairness;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Late binding: brings those who said yes together, two by two, in gaps both ticked and still have free; the odd one
/// joins two others. Nobody gets two things.
/// </summary>
public static class Settler
{
    /// <summary>Settles a round's answers.</summary>
    /// <param name="week">The round's week.</param>
    /// <param name="yeses">Everyone who said yes, at most once each.</param>
    /// <param name="history">Who met whom and what people asked for.</param>
    /// <param name="rules">The admin's rules.</param>
    /// <param name="seed">Decides ties; the same seed and answers give the same settlement in any order.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
    /// <exception cref="ArgumentException">Someone answered twice.</exception>
    public static Settlement Settle(
        Week week,
        IReadOnlyList<Answer> yeses,
        PoolHistory history,
        MatchingRules rules,
        ulong seed,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(yeses);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rules);
        var roster = Roster.OfAnswers(week, yeses, rules);
        var pairs = new PairRules(roster, history, rules);
        var candidates = new CandidateFinder(roster, pairs, rules, seed).Find(() => Buckets.ByStart(roster), cancellationToken);
        var weigher = new PairWeigher(roster, pairs, rules, history.Learnt, seed);
        var graph = CandidateGraph.Match(candidates, weigher, seed, cancellationToken);
        var groups = new Regrouping(roster, candidates, new PairWorth(roster, pairs, weigher, rules), seed)
            .Improve(Trios.Form(roster, pairs, graph), cancellationToken);
        var slots = new SlotAssignment(week, roster, rules.GapQuarters);
        return new Settlement
        {
            Groups = slots.Assign(groups),
            LeftOut = LeftOver.Explain(roster, pairs, graph, groups),
            Weight = graph.Matching.Weight,
            UpperBound = graph.Matching.UpperBound,
        };
    }
}
