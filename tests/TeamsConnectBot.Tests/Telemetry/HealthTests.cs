using System.Net;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Telemetry;

internal sealed class HealthTests
{
    [Test]
    public async Task Ready_AllDependenciesUp_ReportsOk()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });
        using var http = new HttpClient { BaseAddress = service.Url };

        Assert.That(await ReadyAsync(http), Is.EqualTo("""{"database":"ok","scheduler":"ok","graph":"ok","teams":"ok","delivery":"ok"}"""));
    }

    [Test]
    public async Task Ready_WithoutTokens_NamesWhatFailsAndLiveStaysOk()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        tenant.Faults.Refuse(
            $"/{tenant.TenantId}/*", 400, body: """{"error":"invalid_client","error_description":"AADSTS7000215: secret"}""");
        await using var service = await RunningService.StartAsync(
            tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "None" });
        using var http = new HttpClient { BaseAddress = service.Url };

        Assert.That(
            await ReadyAsync(http),
            Is.EqualTo("""{"database":"ok","scheduler":"ok","graph":"failing","teams":"failing","delivery":"ok"}"""));
        Assert.That((await http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Start_BeforeAnyTurn_HasFetchedTheChannelsKeys()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 2 });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });

        Assert.That(tenant.Tenant.Counters.Of("channel.keys"), Is.EqualTo(1));
    }

    // The scheduler starts just after the service listens.
    private static async Task<string> ReadyAsync(HttpClient http)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync();
            if (attempt == 200 || answer.Contains("\"scheduler\":\"ok\"", StringComparison.Ordinal))
            {
                return answer;
            }

            await Task.Delay(50);
        }
    }
}
