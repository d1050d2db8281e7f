using System.Net;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Telemetry;

internal sealed class HealthTests
{
    [Test]
    public async Task Ready_WithEverythingThere_SaysSo()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });
        using var http = new HttpClient { BaseAddress = service.Url };

        Assert.That(await http.GetStringAsync("/health/ready"), Is.EqualTo("""{"database":"ok","scheduler":"ok","graph":"ok","teams":"ok"}"""));
    }

    [Test]
    public async Task Ready_WithoutTokens_NamesWhatFails_AndLiveStaysTrue()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        tenant.Faults.Refuse($"/{tenant.TenantId}/*", 400, body: """{"error":"invalid_client","error_description":"AADSTS7000215: secret"}""");
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "None" });
        using var http = new HttpClient { BaseAddress = service.Url };

        var ready = await http.GetAsync("/health/ready");

        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ready.Content.ReadAsStringAsync(), Is.EqualTo("""{"database":"ok","scheduler":"ok","graph":"failing","teams":"failing"}"""));
        Assert.That((await http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
