using TeamsConnectBot.Core.Matching.Engine;

namespace TeamsConnectBot.Core.Tests.Matching.Engine;

/// <summary>How a run behaves towards whoever started it.</summary>
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

    [Test]
    public void Match_CancelledBefore_DoesNotStart()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(() => Matcher.Match(Graph, new MatcherOptions(), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Match_CancelledOnTheWay_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new MatcherOptions { Progress = new Callback(done => { if (done > 0.2) cancellation.Cancel(); }) };

        Assert.That(() => Matcher.Match(Graph, options, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Match_Progress_RisesToOne()
    {
        var reports = new List<double>();

        Matcher.Match(Graph, new MatcherOptions { Progress = new Callback(reports.Add), Orders = 3 });

        Assert.That(reports, Is.Ordered.Ascending.And.Unique);
        Assert.That(reports, Has.Count.GreaterThan(4));
        Assert.That(reports[^1], Is.EqualTo(1));
    }

    [TestCase(-1)]
    [TestCase(MatcherOptions.MaxOrders + 1)]
    public void Options_OrdersOutOfRange_AreRefused(int orders) =>
        Assert.That(() => new MatcherOptions { Orders = orders }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    private sealed class Callback(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
