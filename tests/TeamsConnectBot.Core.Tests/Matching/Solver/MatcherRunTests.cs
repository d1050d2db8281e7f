using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

/// <summary>Repeatability, options and cancellation of a run.</summary>
public sealed class MatcherRunTests
{
    private const int People = 6000;
    private static readonly MatchingGraph Graph = MatchingGraph.Create(People, LargeGraph.Random(People, 40_000, 1000, seed: 3));

    [Test]
    public void Match_SameSeedTwice_GivesTheSamePairs([Values(0UL, 7UL)] ulong seed)
    {
        var options = new MatcherOptions { Seed = seed, Orders = 2 };

        var first = Matcher.Match(Graph, options);
        var second = Matcher.Match(Graph, options);

        Assert.That(second.EnumeratePairs(), Is.EqualTo(first.EnumeratePairs()));
    }

    [Test]
    public void Match_MoreOrders_IsNeverWorse()
    {
        var one = Matcher.Match(Graph, new MatcherOptions { Orders = 1 });
        var many = Matcher.Match(Graph, new MatcherOptions { Orders = 6 });

        Assert.That(many.Weight, Is.GreaterThanOrEqualTo(one.Weight));
        Assert.That(many.UpperBound, Is.LessThanOrEqualTo(one.UpperBound));
    }

    [TestCase(100_000, 0.99985)]
    [TestCase(50_000, 0.999)]
    public void Match_TenThousandPeople_IsCertifiedCloseToTheOptimum(int pairs, double share)
    {
        var graph = MatchingGraph.Create(10_000, LargeGraph.Random(10_000, pairs, 1000, seed: 5));

        Assert.That(Matcher.Match(graph, new MatcherOptions()).CertifiedRatio, Is.GreaterThan(share));
    }

    [Test]
    public void Match_AlreadyCancelled_DoesNotStart()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(() => Matcher.Match(Graph, new MatcherOptions(), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    [CancelAfter(60_000)]
    public void Match_CancelledWhileRunning_Stops()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        // Without cancellation this many orders take far longer.
        var options = new MatcherOptions { Orders = MatcherOptions.MaxOrders };

        Assert.That(() => Matcher.Match(Graph, options, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(-1)]
    [TestCase(MatcherOptions.MaxOrders + 1)]
    public void Orders_OutOfRange_Throws(int orders) =>
        Assert.That(() => new MatcherOptions { Orders = orders }, Throws.InstanceOf<ArgumentOutOfRangeException>());
}
