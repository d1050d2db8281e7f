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
        var mates = Greedy.Match(graph);
        long bound = 0;
        for (var person = 0; person < graph.People; person++)
        {
            bound += graph.Candidates(person) is [var first, ..] ? first.Weight : 0;
        }

        return new MatchingResult(graph, mates, bound / 2);
    }
}
