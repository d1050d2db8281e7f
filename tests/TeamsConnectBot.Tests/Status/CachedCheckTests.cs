using System.Diagnostics;
using System.Net;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Status;

namespace TeamsConnectBot.Tests.Status;

/// <summary>The status answers within a second, even when a part does not respond.</summary>
internal sealed class CachedCheckTests : WorldTests
{
    // Only guards against hanging. The part is unknown because the answer came before its check ended, which would have been down.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Ready_EntraUnresponsive_RespondsSoonAndSaysThatItIsUnknown()
    {
        var world = await StartAsync(2);
        using var unresponsive = world.Faults.Add(new FaultRule { Path = $"/{world.Server.TenantId}/*", Until = FaultRule.Never });

        var watch = Stopwatch.StartNew();
        var answer = await ReadyAnswer.OnceAsync(world.Service.Url);

        Assert.That(watch.Elapsed, Is.LessThan(Soon));
        Assert.That(answer.Code, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((answer.State("graphToken"), answer.State("graph")), Is.EqualTo(("unknown", "unknown")));
        Assert.That(answer.SaysOf("graphToken"), Does.StartWith("Not known right now"));
    }

    [Test]
    public async Task Check_SlowNow_ReportsTheLastFindingWithItsAge()
    {
        var slow = new SlowCheck();
        var check = new CachedCheck(slow, TimeProvider.System);
        var first = await check.AskAsync(default);
        slow.Until = new TaskCompletionSource();
        var second = await check.AskAsync(default);
        slow.Until.SetResult();

        Assert.That(first, Is.EqualTo((PartFinding.Works, (double?)null)));
        Assert.That(second.Finding, Is.EqualTo(PartFinding.Works));
        Assert.That(second.SecondsOld, Is.Not.Null);
    }

    internal sealed class SlowCheck() : StatusCheck("slow")
    {
        public TaskCompletionSource? Until { get; set; }

        public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken)
        {
            await (Until?.Task ?? Task.CompletedTask);
            return PartFinding.Works;
        }
    }
}
