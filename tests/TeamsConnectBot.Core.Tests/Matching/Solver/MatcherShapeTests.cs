using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

/// <summary>Shapes that are difficult for matching algorithms: each must finish quickly, with a correct answer.</summary>
[CancelAfter(60_000)]
public sealed class MatcherShapeTests
{
    [Test]
    public void Match_NoPeople_GivesNoPairs()
    {
        var result = Match(0);

        Assert.That(result, Has.Property(nameof(result.Pairs)).EqualTo(0).And.Property(nameof(result.CertifiedRatio)).EqualTo(1));
    }

    [Test]
    public void Match_OnePerson_IsLeftOut() => Assert.That(Match(1).Unmatched, Is.EqualTo(1));

    [Test]
    public void Match_NoPairPossible_LeavesEverybodyOut() => Assert.That(Match(5).Unmatched, Is.EqualTo(5));

    [Test]
    public void Match_ThreeWhoAllFit_LeavesTheOddOneOut()
    {
        var result = Match(3, new(0, 1, 5), new(1, 2, 7), new(0, 2, 6));

        Assert.That(result.EnumeratePairs(), Is.EqualTo(new[] { (1, 2) }));
        Assert.That(result.Unmatched, Is.EqualTo(1));
    }

    [Test]
    public void Match_Star_PairsTheHubWithTheHeaviestLeaf()
    {
        var result = Match(2001, [.. Enumerable.Range(1, 2000).Select(leaf => new WeightedEdge(0, leaf, leaf))]);

        Assert.That(result.EnumeratePairs(), Is.EqualTo(new[] { (0, 2000) }));
        Assert.That(result.Unmatched, Is.EqualTo(1999));
    }

    [Test]
    public void Match_CliqueOf2001OfEqualWeight_LeavesOneOut()
    {
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < 2001; a++)
        {
            for (var b = a + 1; b < 2001; b++)
            {
                edges.Add(new WeightedEdge(a, b, 7));
            }
        }

        var result = Match(2001, [.. edges]);

        Assert.That(result.Weight, Is.EqualTo(1000 * 7));
        Assert.That(result.UpperBound, Is.InRange(1000 * 7, 2001 * 7 / 2));
    }

    [Test]
    public void Match_LongOddCycle_LeavesOneOut()
    {
        var result = Match(3001, [.. Enumerable.Range(0, 3001).Select(person => new WeightedEdge(person, (person + 1) % 3001, 3))]);

        Assert.That(result.Weight, Is.EqualTo(1500 * 3).And.EqualTo(result.UpperBound));
    }

    [Test]
    public void Match_HeaviestWeights_DoNotOverflow()
    {
        const int People = 6000;
        var edges = LargeGraph.Random(People, 30_000, MatchingGraph.MaxWeight, seed: 1);

        var result = Match(People, edges);

        MatchingAssert.IsMatching(result, edges);
        Assert.That(result.CertifiedRatio, Is.GreaterThan(0.98));
    }

    [Test]
    public void Match_HeaviestWeightsInASmallPool_AreStillOptimal()
    {
        var small = SmallGraph.From(seed: 5, size: 12, heaviest: MatchingGraph.MaxWeight);

        Assert.That(Matcher.Match(small.ToGraph(), new MatcherOptions()).Weight, Is.EqualTo(small.BestWeight()));
    }

    [Test]
    public void Match_OnlyWeightZero_StillPairsPeople() =>
        Assert.That(Match(4, new(0, 1, 0), new(2, 3, 0)).Pairs, Is.EqualTo(2));

    [Test]
    public void Match_TwoLightPairsOrOneHeavy_PrefersWeightOverNumber()
    {
        Assert.That(Match(4, new(0, 1, 3), new(1, 2, 10), new(2, 3, 3)).EnumeratePairs(), Is.EqualTo(new[] { (1, 2) }));
        Assert.That(Match(4, new(0, 1, 6), new(1, 2, 10), new(2, 3, 6)).EnumeratePairs(), Is.EqualTo(new[] { (0, 1), (2, 3) }));
    }

    private static MatchingResult Match(int people, params WeightedEdge[] edges) =>
        Matcher.Match(MatchingGraph.Create(people, edges), new MatcherOptions());
}
