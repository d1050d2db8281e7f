using System.Diagnostics;
using TeamsConnectBot.Benchmarks.Delivery;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Benchmarks.Load;

/// <summary>
/// A round with so many people that sending it takes hours, run until the last invitation is planned. The service runs in its own process,
/// so that its memory can be measured, with everybody in its database as if they had joined.
/// </summary>
internal static class LoadRun
{
    private static readonly DateTimeOffset RoundStarts = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static async Task<object> MeasureAsync(int people, TimeSpan latency, ulong seed, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = GeneratedOrganisation.Create(people, seed),
            Seed = seed,
            Start = RoundStarts.AddMinutes(-5),
        });
        var file = folder.File("connect.db");
        var settings = ServiceSettings.For(tenant, new LaunchOptions { DatabaseFile = file, Synchronous = "Full" });
        await using (var first = await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), settings))
        {
            await first.StopAsync();
        }

        await Recipients.JoinAsync(tenant, file);
        tenant.Options.Latency = latency;
        var before = tenant.Tenant.Counters.ByKind;
        await using var service = await ServiceProcess.StartAsync(tenant.Tenant.Clock.GetUtcNow(), settings);
        var rows = StoredRows.Sqlite(file);
        var watch = Stopwatch.StartNew();
        tenant.Tenant.Clock.AdvanceTo(RoundStarts);
        service.MoveTo(RoundStarts);
        await service.WakeSchedulerAsync(cancellation);
        while (rows.Count("""SELECT COUNT(*) FROM "Rounds" WHERE "State" = 'Open' """) == 0)
        {
            await Task.Delay(200, cancellation);
        }

        var elapsed = watch.Elapsed;
        var requests = tenant.Tenant.Counters.ByKind
            .ToDictionary(kind => kind.Key, kind => kind.Value - before.GetValueOrDefault(kind.Key))
            .Where(kind => kind.Value > 0 && !kind.Key.StartsWith("teams.", StringComparison.Ordinal)).ToDictionary();
        return new
        {
            people,
            latencyMs = (int)latency.TotalMilliseconds,
            invited = rows.Count("""SELECT COUNT(*) FROM "Invitations" """),
            notAsked = rows.Read("""SELECT "NotAsked" FROM "Rounds" """)[0][0],
            errors = tenant.Tenant.Counters.Unexpected.Count,
            secondsToPlan = Math.Round(elapsed.TotalSeconds, 1),
            serviceCpuSeconds = Math.Round(service.ProcessorTime.TotalSeconds, 1),
            servicePeakMiB = Math.Round(service.PeakMemory / 1024.0 / 1024.0, 1),
            requests,
        };
    }
}
