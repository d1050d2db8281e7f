using TeamsConnectBot.Core.Matching.Solver;
using TeamsConnectBot.Core.Matching.Solver.Seats;

namespace TeamsConnectBot.Core.Tests.Matching.Sides;

public sealed class SeatMatcherTests
{
    [FsCheck.NUnit.Property(MaxTest = 400)]
    public void Match_OneSideTakesSeveral_IsAsGoodAsBruteForceAndProvesIt(int seed)
    {
        var puzzle = SeatPuzzle.From(seed, bothSides: false);

        var result = puzzle.Solve();

        Assert.That(puzzle.IsAllowed(result.Pairs), Is.True);
        Assert.That((result.Weight, result.UpperBound), Is.EqualTo((puzzle.BestWorth(), puzzle.BestWorth())));
        Assert.That(result.Weight, Is.EqualTo(puzzle.WorthOf(result.Pairs)));
    }

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public void Match_BothSidesTakeSeveral_IsBetweenNearlyTheBestAndTheBound(int seed)
    {
        var puzzle = SeatPuzzle.From(seed, bothSides: true);

        var result = puzzle.Solve();

        var best = puzzle.BestWorth();
        Assert.That(puzzle.IsAllowed(result.Pairs), Is.True);
        Assert.That(result.Weight, Is.EqualTo(puzzle.WorthOf(result.Pairs)));
        Assert.That(result.UpperBound, Is.GreaterThanOrEqualTo(best));
        Assert.That(result.Weight, Is.InRange(0.8 * best, best));
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Match_AnyPuzzle_LeavesNoPairThatCouldBeAdded(int seed)
    {
        var puzzle = SeatPuzzle.From(seed, bothSides: true);

        var chosen = puzzle.Solve().Pairs;

        Assert.That(puzzle.Pairs.Where(pair => puzzle.IsAllowed([.. chosen, pair])), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Match_PairsShuffledAndReversed_GivesTheSamePairs(int seed)
    {
        var puzzle = SeatPuzzle.From(seed, bothSides: true);
        var turned = puzzle.Pairs.Select(pair => new WeightedEdge(pair.B, pair.A, pair.Weight)).ToArray();
        new Random(seed).Shuffle(turned);

        Assert.That((puzzle with { Pairs = turned }).Solve(7).Pairs, Is.EqualTo(puzzle.Solve(7).Pairs));
    }

    [Test]
    public void Match_AnotherHasNoPairYet_PrefersThatToASecondPair()
    {
        // The first owner would be worth more twice; the second one's first pair is worth extra.
        SeatOwner[] owners = [new(2, 2, 50), new(2, 2, 50), new(1), new(1)];
        WeightedEdge[] pairs = [new(0, 4, 100), new(1, 5, 100), new(2, 4, 80), new(3, 5, 80)];

        var result = SeatMatcher.Match(owners, pairs, new());

        Assert.That((result.Weight, result.UpperBound), Is.EqualTo((280, 280)));
    }

    [TestCase(0, 2, "Most from 1 to Seats")]
    [TestCase(2, 3, "Most from 1 to Seats")]
    [TestCase(2, 0, "Most from 1 to Seats")]
    public void Match_OwnerOutOfRange_IsNamed(int seats, int most, string problem) => Assert.That(
        () => SeatMatcher.Match([new(1), new(seats, most)], [], new()),
        Throws.ArgumentException.With.Message.Contains("Owner 1").And.Message.Contains(problem));

    [TestCase(0, 1, 1, "joins two seats of one owner")]
    [TestCase(0, 9, 1, "names a seat outside 0 … 2")]
    [TestCase(0, 2, -1, "has a weight outside")]
    [TestCase(0, 2, MatchingGraph.MaxWeight, "at most 99999999 is allowed")]
    public void Match_PairOutOfRange_IsNamed(int one, int other, int weight, string problem) => Assert.That(
        () => SeatMatcher.Match([new(2), new(1)], [new(one, other, weight)], new()),
        Throws.ArgumentException.With.Message.Contains(problem));
}
