using FsCheck;
using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

public sealed class MatcherProperties
{
    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Match_UpToTwelvePeople_IsAsGoodAsBruteForce(int seed, NonNegativeInt size, bool fewWeights)
    {
        var small = SmallGraph.From(seed, size.Get, fewWeights ? 3 : 1000);

        var result = Matcher.Match(small.ToGraph(), new MatcherOptions());

        MatchingAssert.IsMatching(result, small.Edges);
        Assert.That(result.Weight, Is.EqualTo(small.BestWeight()));
        Assert.That(result.UpperBound, Is.EqualTo(result.Weight));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Match_ManySmallGroupsAtOnce_IsOptimalInEach(int seed, PositiveInt groups)
    {
        var people = 0;
        long best = 0;
        var edges = new List<WeightedEdge>();
        for (var group = 0; group < groups.Get; group++)
        {
            var small = SmallGraph.From(seed ^ (group * 7919), 2 + (group % 8), 50);
            edges.AddRange(small.Edges.Select(edge => new WeightedEdge(edge.A + people, edge.B + people, edge.Weight)));
            people += small.People;
            best += small.BestWeight();
        }

        var result = Matcher.Match(MatchingGraph.Create(people, edges.ToArray()), new MatcherOptions());

        Assert.That(result.Weight, Is.EqualTo(best));
    }

    [FsCheck.NUnit.Property(MaxTest = 4)]
    public void Match_LargePool_IsBetweenGreedyAndTheBound(int seed, bool fewWeights)
    {
        const int People = 6000;
        var edges = LargeGraph.Random(People, 40_000, fewWeights ? 3 : 1000, seed);

        var result = Matcher.Match(MatchingGraph.Create(People, edges), new MatcherOptions());

        MatchingAssert.IsMatching(result, edges);
        Assert.That(result.Weight, Is.GreaterThanOrEqualTo(LargeGraph.GreedyWeight(People, edges)));
        Assert.That(result.CertifiedRatio, Is.GreaterThan(0.98));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Match_EdgesShuffledAndReversed_GivesTheSamePairs(int seed, NonNegativeInt size)
    {
        var small = SmallGraph.From(seed, size.Get, 5);
        var random = new Random(seed);
        var shuffled = small.Edges.Select(edge => new WeightedEdge(edge.B, edge.A, edge.Weight)).ToArray();
        random.Shuffle(shuffled);

        var expected = Matcher.Match(small.ToGraph(), new MatcherOptions());
        var actual = Matcher.Match(MatchingGraph.Create(small.People, shuffled), new MatcherOptions());

        Assert.That(actual.EnumeratePairs(), Is.EqualTo(expected.EnumeratePairs()));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Match_AnyPool_LeavesNoTwoWhoCouldFormAPair(int seed, NonNegativeInt size)
    {
        var small = SmallGraph.From(seed, size.Get, 1);

        var result = Matcher.Match(small.ToGraph(), new MatcherOptions());

        var paired = result.EnumeratePairs().SelectMany(pair => new[] { pair.A, pair.B }).ToHashSet();
        Assert.That(small.Edges, Has.None.Matches<WeightedEdge>(edge => !paired.Contains(edge.A) && !paired.Contains(edge.B)));
    }
}
