using TeamsConnectBot.Core.Matching.Engine;

namespace TeamsConnectBot.Core.Tests.Matching.Engine;

internal static class MatchingAssert
{
    /// <summary>Partners are mutual, every pair is one of the graph's, and weight and counts are what the pairs add up to.</summary>
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
            Assert.That(pairs, Is.All.Matches<(int A, int B)>(pair => result.PartnerOf(pair.A) == pair.B && result.PartnerOf(pair.B) == pair.A));
            Assert.That(pairs, Is.All.Matches<(int A, int B)>(weights.ContainsKey));
            Assert.That(result.Weight, Is.EqualTo(pairs.Sum(pair => (long)weights[pair])));
            Assert.That(result.Pairs, Is.EqualTo(pairs.Count));
            Assert.That(result.EnumerateLeftOut().Count(), Is.EqualTo(result.Unmatched));
            Assert.That(result.Weight, Is.LessThanOrEqualTo(result.UpperBound));
        });
    }
}
