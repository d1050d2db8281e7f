using TeamsConnectBot.Core.Matching.Engine.Exact;

namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Brings people together two by two so that the total weight is as large as possible, or provably close to it.</summary>
public static class Matcher
{
    /// <summary>
    /// Finds a near-optimal maximum-weight matching, optimal on every small component: weight comes first, the number of pairs only
    /// among equals. The result never has two people without a partner who could form a pair, and never weighs less than greedy's.
    /// </summary>
    /// <param name="graph">The people and the pairs that may be formed.</param>
    /// <param name="options">Seed, effort and progress.</param>
    /// <param name="cancellationToken">Stops the run; nothing is left half done.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MatchingResult Match(MatchingGraph graph, MatcherOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var control = new RunControl(options.Progress, cancellationToken);
        control.ThrowIfCancelled();
        var scale = Scale.For(graph);
        control.Enter(0, 0.5);
        var first = NearOptimal.Run(graph, scale, BidOrder.For(graph.People, 0, options.Seed), control);
        control.Enter(0.5, 0.6);
        var exact = new ExactParts(graph, scale);
        exact.Solve(first.Pairing, first.Duals, control);
        control.Enter(0.6, 0.95);
        var bound = exact.Bound + Improve(graph, scale, first, exact, options, control);
        control.Enter(0.95, 1);
        Completion.PairLeftovers(graph, first.Pairing);
        var result = new MatchingResult(graph, first.Pairing.Mates, bound);
        control.Report(1);
        return result;
    }

    /// <summary>Merges greedy's pairs and other orders into the components that weren't solved; returns a bound on those.</summary>
    private static long Improve(MatchingGraph graph, Scale scale, NearOptimal first, ExactParts exact, MatcherOptions options, RunControl control)
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
            var other = NearOptimal.Run(graph, scale, BidOrder.For(graph.People, run, options.Seed), control);
            Merge.BestOf(first.Pairing, other.Pairing);
            bound = Math.Min(bound, other.BoundWithout(exact, scale));
            control.Report((run + 1.0) / orders);
        }

        return bound;
    }
}
