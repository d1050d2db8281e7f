using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

public sealed class MatchingGraphTests
{
    [Test]
    public void Create_SomebodyPairedWithThemselves_NamesTheEdge() =>
        Assert.That(
            () => Create(3, new(0, 1, 1), new(2, 2, 1)),
            Throws.ArgumentException.With.Message.Contains("Edge 1 (2, 2, weight 1) pairs somebody with themselves"));

    [TestCase(-1)]
    [TestCase(3)]
    [TestCase(int.MaxValue)]
    public void Create_PersonOutOfRange_NamesTheEdgeAndTheRange(int person) =>
        Assert.That(() => Create(3, new WeightedEdge(0, person, 1)), Throws.ArgumentException.With.Message.Contains("outside 0 … 2"));

    [TestCase(-1)]
    [TestCase(int.MinValue)]
    [TestCase(MatchingGraph.MaxWeight + 1)]
    [TestCase(int.MaxValue)]
    public void Create_WeightOutOfRange_NamesTheEdgeAndTheRange(int weight) =>
        Assert.That(
            () => Create(3, new WeightedEdge(0, 1, weight)),
            Throws.ArgumentException.With.Message.Contains("outside 0 … 100000000"));

    [Test]
    public void Create_NegativeNumberOfPeople_Throws() =>
        Assert.That(() => MatchingGraph.Create(-1, []), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Create_DuplicatePair_KeepsTheHeaviest()
    {
        var graph = Create(3, new(0, 1, 5), new(1, 2, 6), new(1, 0, 9), new(0, 1, 9), new(0, 1, 2));

        Assert.That(graph.Pairs, Is.EqualTo(2));
        Assert.That(Matcher.Match(graph, new MatcherOptions()).Weight, Is.EqualTo(9));
    }

    private static MatchingGraph Create(int people, params WeightedEdge[] edges) => MatchingGraph.Create(people, edges);
}
