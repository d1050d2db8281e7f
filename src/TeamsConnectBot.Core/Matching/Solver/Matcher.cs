using TeamsConnectBot.Core.Matching.Solver.Exact;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Matches people in pairs so that the total weight is as large as possible, or provably close to it.</summary>
public static class Matcher
{
    /// <summary>
    /// Finds a near-optimal maximum-weight matching, optimal on every small component. Weight counts first; the number of pairs only breaks
    /// ties. The result never leaves two people without a partner who could form a pair, and never weighs less than a greedy matching.
    /// </summary>
    /// <param name="graph">The people and the pairs that may be formed.</param>
    /// <param name="options">Seed and effort.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MatchingResult Match(MatchingGraph graph, MatcherOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var scale = Scale.For(graph);
        var first = NearOptimal.Run(graph, scale, BidOrder.For(graph.People, 0, options.Seed), cancellationToken);
        var exact = new ExactParts(graph, scale);
        exact.Solve(first.Pairing, first.Duals, cancellationToken);
        var bound = exact.Bound + Improve(graph, scale, first, exact, options, cancellationToken);
        Completion.PairLeftovers(graph, first.Pairing);
        return new MatchingResult(first.Pairing, bound);
    }

    /// <summary>Merges greedy pairs and the results of other orders into the unsolved components; returns a bound for those.</summary>
    private static long Improve(
        MatchingGraph graph, Scale scale, NearOptimal first, ExactParts exact, MatcherOptions options, CancellationToken cancellationToken)
    {
        if (exact.PeopleLeft == 0)
        {
            return 0;
        }

        var bound = first.BoundWithout(exact, scale);
        Merge.BestOf(first.Pairing, Greedy.Match(graph));
        var orders = options.Orders == 0 ? BidOrder.CountFor(exact.PeopleLeft) : options.Orders;
        for (var run = 1; run < orders; run++)
        {
            var other = NearOptimal.Run(graph, scale, BidOrder.For(graph.People, run, options.Seed), cancellationToken);
            Merge.BestOf(first.Pairing, other.Pairing);
            bound = Math.Min(bound, other.BoundWithout(exact, scale));
        }

        return bound;
    }
}
