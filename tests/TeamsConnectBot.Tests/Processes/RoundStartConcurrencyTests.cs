using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Processes;

internal sealed class RoundStartConcurrencyTests
{
    [Test]
    public async Task Round_StartedConcurrentlyOnTwoNodes_IsCreatedOnce()
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.Path, People = 4 });
        var launch = new LaunchOptions
        {
            DatabaseFile = "",
            ExtraSettings = new Dictionary<string, string>
            {
                ["Storage:Provider"] = "postgres",
                ["Storage:ConnectionString"] = PostgresServer.NewDatabase(),
            },
        };
        await using var first = ServiceHost.Build(ServiceSettings.For(tenant, launch));
        await using var second = ServiceHost.Build(ServiceSettings.For(tenant, launch));
        await Task.WhenAll(first.StartAsync(), second.StartAsync());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => StartRoundAsync((i % 2 == 0 ? first : second).Services)));

        var rounds = await first.Services.GetRequiredService<Database>().ReadAsync(db => db.Rounds.CountAsync(), default);
        Assert.That(rounds, Is.EqualTo(1));
        await Task.WhenAll(first.StopAsync(), second.StopAsync());
    }

    private static Task StartRoundAsync(IServiceProvider service) =>
        Task.Run(() => service.GetRequiredService<RoundStart>().StartAsync(service.GetRequiredService<PoolCatalogue>().All[0], default));
}
