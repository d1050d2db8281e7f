using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

/// <summary>
/// Pools with nested odd cycles, too large to try every matching. The bound comes from the duals, not from the pairs, so a weight equal to
/// the bound proves that no better matching exists.
/// </summary>
[CancelAfter(60_000)]
public sealed class BlossomTests
{
    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void Match_SparsePoolWithManyEqualWeights_WeightEqualsBound(int seed)
    {
        var edges = LargeGraph.Random(301, 500, 3, seed);

        AssertProven(Match(301, edges), edges);
    }

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public void Match_DensePool_WeightEqualsBound(int seed)
    {
        var edges = LargeGraph.Random(151, 2500, 1000, seed);

        AssertProven(Match(151, edges), edges);
    }

    [FsCheck.NUnit.Property(MaxTest = 30)]
    public void Match_ChainOfTriangles_WeightEqualsBound(int seed)
    {
        var random = new Random(seed);
        var edges = new List<WeightedEdge>();
        for (var corner = 0; corner + 3 <= 299; corner += 2)
        {
            edges.Add(new(corner, corner + 1, 1 + random.Next(20)));
            edges.Add(new(corner + 1, corner + 2, 1 + random.Next(20)));
            edges.Add(new(corner, corner + 2, 1 + random.Next(20)));
        }

        AssertProven(Match(299, [.. edges]), edges);
    }

    private static MatchingResult Match(int people, WeightedEdge[] edges) =>
        Matcher.Match(MatchingGraph.Create(people, edges), new MatcherOptions());

    private static void AssertProven(MatchingResult result, IReadOnlyCollection<WeightedEdge> edges)
    {
        MatchingAssert.IsMatching(result, edges);
        Assert.That(result.UpperBound, Is.EqualTo(result.Weight));
    }
}
