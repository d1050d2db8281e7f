using System.Diagnostics;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

/// <summary>These tests wait on the real clock, like the limits.</summary>
internal sealed class ConnectorRateLimitsTests
{
    [Test]
    public async Task Wait_ManyConversations_KeepsTheApplicationsRate()
    {
        using var limits = new ConnectorRateLimits(new ConnectorOptions { RequestsPerSecond = 100 });
        var time = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => limits.WaitAsync($"c{i}", default).AsTask()));

        // Ten immediately, the other fifty at a hundred a second.
        Assert.That(time.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(0.45)));
    }

    [Test]
    public async Task Wait_LimitSharedAmongTwo_AllowsHalf()
    {
        using var limits = new ConnectorRateLimits(new ConnectorOptions { RequestsPerSecond = 100 });
        limits.ShareAmong(2);
        var time = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => limits.WaitAsync($"c{i}", default).AsTask()));

        // Five or six immediately, the others at fifty a second.
        Assert.That(time.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(0.65)));
    }

    [Test]
    public async Task Wait_OneConversation_AllowsSevenAndDelaysTheEighth()
    {
        using var limits = new ConnectorRateLimits(new ConnectorOptions { RequestsPerSecond = 1000 });
        var time = Stopwatch.StartNew();
        for (var i = 0; i < 8; i++)
        {
            await limits.WaitAsync("c", default);
        }

        // Counted from before the first, so that a pause of the machine in between can only make it longer.
        Assert.That(time.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Wait_ConversationWithOtherLimits_DelaysTheFirstBeyondThem()
    {
        using var limits = new ConnectorRateLimits(new ConnectorOptions
        {
            RequestsPerSecond = 1000, ConversationRequestsInOneSecond = 20, ConversationRequestsInTwoSeconds = 10,
        });
        var time = Stopwatch.StartNew();
        for (var i = 0; i < 11; i++)
        {
            await limits.WaitAsync("c", default);
        }

        Assert.That(time.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task Wait_Cancelled_Throws()
    {
        using var limits = new ConnectorRateLimits(new ConnectorOptions { RequestsPerSecond = 1000 });
        for (var i = 0; i < 7; i++)
        {
            await limits.WaitAsync("c", default);
        }

        using var cancel = new CancellationTokenSource();

        var waiting = limits.WaitAsync("c", cancel.Token).AsTask();
        await cancel.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Dispose_OfManyLimits_LeavesNoTimers()
    {
        // Each has one for every window. Other tests that run now have far fewer.
        const int Many = 1000;
        var before = Timer.ActiveCount;

        for (var i = 0; i < Many; i++)
        {
            new ConnectorRateLimits(new ConnectorOptions()).Dispose();
        }

        Assert.That(() => Timer.ActiveCount, Is.LessThan(before + (Many / 2)).After(60_000, 50));
    }
}
