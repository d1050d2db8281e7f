using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

internal static class MatchingAssert
{
    /// <summary>Nobody is in two pairs, every pair belongs to the graph, and weight and counts agree with the pairs.</summary>
    public static void IsMatching(MatchingResult result, IReadOnlyCollection<WeightedEdge> edges)
    {
        var weights = new Dictionary<(int, int), int>();
        foreach (var edge in edges)
        {
            var pair = (Math.Min(edge.A, edge.B), Math.Max(edge.A, edge.B));
            weights[pair] = Math.Max(edge.Weight, weights.GetValueOrDefault(pair));
        }

        var pairs = result.EnumeratePairs().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(pairs.SelectMany(pair => new[] { pair.A, pair.B }), Is.Unique);
            Assert.That(pairs, Is.All.Matches<(int A, int B)>(weights.ContainsKey));
            Assert.That(result.Weight, Is.EqualTo(pairs.Sum(pair => (long)weights[pair])));
            Assert.That(result.Pairs, Is.EqualTo(pairs.Count));
            Assert.That(result.Weight, Is.LessThanOrEqualTo(result.UpperBound));
        });
    }
}
