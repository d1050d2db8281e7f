using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Health;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Telemetry;

/// <summary>Health responds within a second, even when a dependency does not respond.</summary>
internal sealed class CachedChecksTests
{
    // The service promises a second; a test machine may be slower.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [Test]
    public async Task Ready_GraphUnresponsive_RespondsSoonAndNamesIt()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(
            tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "None" });
        using var http = new HttpClient { BaseAddress = service.Url };
        using var unresponsive = tenant.Faults.Add(new FaultRule { Path = $"/{tenant.TenantId}/*", Until = FaultRule.Never });

        var watch = Stopwatch.StartNew();
        var answer = await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync();

        Assert.That(watch.Elapsed, Is.LessThan(Soon));
        Assert.That(answer, Does.Contain("\"graph\":\"failing\"").And.Contain("no answer yet"));
    }

    [Test]
    public async Task Check_SlowNow_ReportsTheLastResultWithItsAge()
    {
        var slow = new Slow();
        await using var services = new ServiceCollection().AddSingleton(slow).BuildServiceProvider();
        var check = new CachedChecks(services).Of<SlowCheck>();
        var first = await check.CheckHealthAsync(new HealthCheckContext());
        slow.Until = new TaskCompletionSource();
        var second = await check.CheckHealthAsync(new HealthCheckContext());
        slow.Until.SetResult();

        Assert.That((first.Status, first.Data.Count), Is.EqualTo((HealthStatus.Healthy, 0)));
        Assert.That((second.Status, second.Data.ContainsKey(CachedChecks.Age)), Is.EqualTo((HealthStatus.Healthy, true)));
    }

    internal sealed class Slow
    {
        public TaskCompletionSource? Until { get; set; }
    }

    internal sealed class SlowCheck(Slow slow) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await (slow.Until?.Task ?? Task.CompletedTask);
            return HealthCheckResult.Healthy();
        }
    }
}
