namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Brings people together two by two so that the total weight is as large as possible, or provably close to it.</summary>
public static class Matcher
{
    /// <summary>
    /// Finds a near-optimal maximum-weight matching: weight comes first, the number of pairs only among equals.
    /// The result never has two unmatched people who could form a pair.
    /// </summary>
    /// <param name="graph">The people and the pairs that may be formed.</param>
    /// <param name="options">Seed, effort and progress.</param>
    /// <param name="cancellationToken">Stops the run; nothing is left half done.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MatchingResult Match(MatchingGraph graph, MatcherOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var control = new RunControl(options.Progress, cancellationToken);
        var scale = Scale.For(graph);
        var run = NearOptimal.Run(graph, scale, BidOrder.For(graph.People, 0, options.Seed), control);
        var bound = run.Duals.Sum(dual => (long)dual) / scale.Dual;
        return new MatchingResult(graph, run.Pairing.Mates, bound);
    }
}
