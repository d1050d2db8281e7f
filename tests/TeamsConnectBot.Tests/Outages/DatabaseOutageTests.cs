using System.Diagnostics;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Tests.Postgres;
using TeamsConnectBot.Tests.Processes;
using TeamsConnectBot.Tests.Shared;
using TeamsConnectBot.Tests.Status;

namespace TeamsConnectBot.Tests.Outages;

/// <summary>
/// The database is down while a round is due. When it is back, work resumes within ten seconds on the service's own clock. An
/// outage of SQLite is simulated by <see cref="FileSizeLimit"/>.
/// </summary>
internal sealed class DatabaseOutageTests
{
    private const int People = 6;
    private const string Database = "connect";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    [Test]
    public async Task Database_BackAfterAnOutage_WorkResumesWithinTenSeconds([Values] bool postgres)
    {
        using var server = postgres ? PostgresCluster.TryStart() : null;
        if (postgres && server is null)
        {
            Requirement.Skip(PostgresServer.Skipped, PostgresCluster.HowTo);
        }

        if (!postgres)
        {
            FileSizeLimit.Require();
        }

        using var folder = TemporaryFolder.Create();
        await using var tenant = await OfficeTenant.StartAsync(folder, People);
        var launch = Launch(folder, server);
        await OfficeTenant.JoinAllAsync(tenant, launch);
        await using var service = await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), ServiceSettings.For(tenant, launch));

        await WaitForSchedulerAsync(service);
        StopDatabase(server, service);
        for (var minute = 0; minute < 90; minute++)
        {
            Move(tenant, service, TimeSpan.FromMinutes(1));
        }

        // The scheduler checks for missed triggers by the simulated clock too, and may have been between two checks when that stopped.
        await UntilAsync(() => IsNoticed(service), service, () => Move(tenant, service, TimeSpan.FromSeconds(1)));
        Assert.That(Invited(tenant), Is.Zero);
        StartDatabase(server, service);
        for (var second = 0; second < 10; second++)
        {
            Move(tenant, service, TimeSpan.FromSeconds(1));

            // The scheduler sleeps by the real clock, so moving the simulated clock does not wake it.
            await service.WakeSchedulerAsync(CancellationToken.None);
            await LetWorkAsync(service);
        }

        var rows = server is null ? StoredRows.Sqlite(launch.DatabaseFile) : StoredRows.Postgres(server.Connect(Database));
        await UntilAsync(() => Invited(tenant) > 0 && Invited(tenant) == rows.Count("""SELECT COUNT(*) FROM "Invitations" """), service);
    }

    private static LaunchOptions Launch(TemporaryFolder folder, PostgresCluster? server)
    {
        var settings = new Dictionary<string, string> { ["Programme:Pools:0:OpenTables"] = "false" };
        if (server is not null)
        {
            settings["Storage:Provider"] = "postgres";
            settings["Storage:ConnectionString"] = server.Connect(Database);
        }

        return new LaunchOptions { DatabaseFile = folder.File("connect.db"), LogLevel = "Information", ExtraSettings = settings };
    }

    private static void Move(SandboxServer tenant, ServiceProcess service, TimeSpan by)
    {
        tenant.Tenant.Clock.Advance(by);
        service.MoveTo(tenant.Tenant.Clock.GetUtcNow());
    }

    // The scheduler starts just after the service begins to listen, and this test is not about starting without a database.
    private static async Task WaitForSchedulerAsync(ServiceProcess service) =>
        await ReadyAnswer.UntilAsync(service.Url, answer => answer.State("scheduler") == "works");

    private static void StopDatabase(PostgresCluster? server, ServiceProcess service)
    {
        if (server is null)
        {
            FileSizeLimit.Set(service);
        }

        server?.Stop();
    }

    private static void StartDatabase(PostgresCluster? server, ServiceProcess service)
    {
        if (server is null)
        {
            FileSizeLimit.Remove(service);
        }

        server?.Start();
    }

    private static bool IsNoticed(ServiceProcess service) =>
        service.Log.Contains("Is the server down", StringComparison.Ordinal)
            || service.Log.Contains("SQLite Error", StringComparison.Ordinal);

    private static int Invited(SandboxServer tenant) => OfficeTenant.Invitations(tenant).Count(invitations => invitations > 0);

    /// <summary>Gives the service's threads about a second; on a busy machine its responses take longer, and so does this.</summary>
    private static async Task LetWorkAsync(ServiceProcess service)
    {
        for (var response = 0; response < 30; response++)
        {
            await service.GetStatusAsync(CancellationToken.None);
            await Task.Delay(10);
        }
    }

    private static async Task UntilAsync(Func<bool> condition, ServiceProcess service, Action? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(watch.Elapsed, Is.LessThan(Timeout), () => service.Log);
            Assert.That(service.HasEnded, Is.False, () => service.Log);
            await Task.Delay(100);
            meanwhile?.Invoke();
        }
    }
}
