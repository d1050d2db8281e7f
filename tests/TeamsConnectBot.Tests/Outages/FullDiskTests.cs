using System.Diagnostics;
using System.Globalization;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Processes;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>SQLite's disk is full while invitations are sent, as simulated by <see cref="FileSizeLimit"/>.</summary>
internal sealed class FullDiskTests
{
    private const int People = 12;
    private const int Concurrency = 2;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    [Test]
    public async Task Disk_FullWhileInviting_SendsNothingTwiceAndResumesWhenThereIsSpace()
    {
        FileSizeLimit.Require();
        using var folder = TemporaryFolder.Create();
        await using var tenant = await OfficeTenant.StartAsync(folder, People);
        var launch = new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"), LogLevel = "Information", SweepEvery = TimeSpan.FromSeconds(10),
            ExtraSettings = new Dictionary<string, string>
            {
                ["Programme:Pools:0:OpenTables"] = "false", ["Engine:SendAtOnce"] = $"{Concurrency}",
            },
        };
        await OfficeTenant.JoinAllAsync(tenant, launch);

        tenant.Options.Latency = TimeSpan.FromMilliseconds(100);
        var ahead = OfficeTenant.RoundStarts - TimeProvider.System.GetUtcNow();
        await using var service = await ServiceProcess.StartRunningAsync(ahead, ServiceSettings.For(tenant, launch));
        await UntilAsync(() => OfficeTenant.Invitations(tenant).Sum() >= 3);
        var planned = StoredRows.Sqlite(launch.DatabaseFile).Count("""SELECT COUNT(*) FROM "Invitations" """);

        var watch = Stopwatch.StartNew();
        FileSizeLimit.Set(service);
        await UntilAsync(() => service.Log.Contains("Nothing can be written to", StringComparison.Ordinal));
        var before = OfficeTenant.Invitations(tenant).Sum();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var meanwhile = OfficeTenant.Invitations(tenant).Sum() - before;
        FileSizeLimit.Remove(service);
        var room = watch.Elapsed;
        await UntilAsync(() => OfficeTenant.Invitations(tenant).Sum() >= planned);

        TestContext.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"full for {room}, all were invited {watch.Elapsed - room} after there was space"));
        Assert.That(before, Is.LessThan(planned));
        Assert.That(meanwhile, Is.LessThanOrEqualTo(Concurrency), "no new sends are started");
        Assert.That(OfficeTenant.Invitations(tenant), Has.Exactly(planned).EqualTo(1).And.None.GreaterThan(1), () => service.Log);
        Assert.That(service.Log, Does.Contain("Is its disk full").And.Contain("The database can be written again"));
        Assert.That(StoredRows.Sqlite(launch.DatabaseFile).Count("""SELECT COUNT(*) FROM "Messages" WHERE "WasInDoubt" """), Is.Zero);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(watch.Elapsed, Is.LessThan(Timeout));
            await Task.Delay(20);
        }
    }
}
