using System.Net;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Status;

/// <summary><c>/health/ready</c> when nothing is wrong, and <c>/health/live</c>.</summary>
internal sealed class ReadyTests : WorldTests
{
    [Test]
    public async Task Ready_AllPartsUp_SaysSinceWhen()
    {
        var world = await StartAsync(2);

        // The scheduler starts just after the service listens.
        var answer = await ReadyAnswer.UntilAsync(world.Service.Url, answer => answer.IsSettled && answer.Status == "ok");

        Assert.That(answer.Code, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            answer.Parts, Is.EqualTo(new[] { "database", "scheduler", "teamsToken", "sending", "graphToken", "graph" }));
        Assert.That(answer.Parts.Select(answer.State), Is.All.EqualTo("works"));
        Assert.That(answer.SaysOf("graph"), Is.EqualTo("Has worked since this process started (2 Mar 2026 06:00 UTC)."));
        Assert.That(answer.Says, Is.EqualTo("Everything has worked since this process started (2 Mar 2026 06:00 UTC)."));
        Assert.That(answer.Body, Does.Contain("\n").And.Not.Contain("\\u0027"), "people read it in a terminal");
    }

    [Test]
    public async Task Live_WithoutTokens_StaysSmallAndOk()
    {
        var world = await StartAsync(2);
        using var down = world.Faults.Refuse($"/{world.Server.TenantId}/*", 503);
        using var http = new HttpClient { BaseAddress = world.Service.Url };

        Assert.That(await http.GetStringAsync("/health/live"), Is.EqualTo("Healthy"));
    }

    [Test]
    public async Task Start_BeforeAnyTurn_HasFetchedTheChannelsKeys()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await Sandbox.SandboxServer.StartAsync(
            new Sandbox.SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });

        Assert.That(tenant.Tenant.Counters.Of("channel.keys"), Is.EqualTo(1));
    }
}
