using System.Diagnostics;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Runs the real service through many days of simulated answers as fast as it can, and reports the result as one JSON line.</summary>
internal static class UnattendedRun
{
    // Weeks pass in seconds here, while the connector's rate limits follow the real clock.
    private static readonly Dictionary<string, string> Unlimited = new() { ["Bot:Connector:RequestsPerSecond"] = "1000" };

    /// <returns>0, or 1 when an invariant is violated.</returns>
    public static async Task<int> RunAsync(SandboxRun run, TextWriter output, TextWriter progress, CancellationToken cancellation)
    {
        var report = await MeasureAsync(run, progress, cancellation);
        await output.WriteLineAsync(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return report.IsSound ? 0 : 1;
    }

    public static async Task<UnattendedReport> MeasureAsync(SandboxRun run, TextWriter progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var organisation = run.ReadOrganisation();
        using var folder = TemporaryFolder.Create();
        var start = run.StartsAt(organisation, TimeProvider.System);
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation,
            Seed = run.Seed,
            Start = start,
            ConnectorRequestsPerSecond = null,
            ConversationRequestsPerSecond = null,
        });
        var witness = new Witness(tenant.Tenant, ServiceSettings.HostOf(tenant.Tenant).Name);
        var people = new SimulatedPeople(tenant, new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy }) { MessageReceived = witness.Saw };
        var options = new LaunchOptions { DatabaseFile = folder.File("connect.db"), WatchEventsEvery = TimeSpan.FromHours(3), More = Unlimited };
        await using (var service = await RunningService.StartAsync(tenant, options))
        {
            (service.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
            await people.InstallAllAsync(cancellation);
            for (var day = 1; day <= run.Days; day++)
            {
                await service.Clock.AdvanceToAsync(start.AddDays(day), null, cancellation);
                await progress.WriteAsync($"\rday {day} of {run.Days}, {watch.Elapsed.TotalSeconds:0} s ");
            }

            await progress.WriteLineAsync();
        }

        // At the end, where they are noticed.
        foreach (var warning in organisation.Warnings.Concat(tenant.Tenant.Remarks.All.Select(remark => $"Teams would show this wrongly: {remark}")))
        {
            await progress.WriteLineAsync($"Warning: {warning}");
        }

        return Scoreboard.Read(options.DatabaseFile, tenant.Tenant, people.Counts, witness, watch.Elapsed, run.PreNamed ? run.Seed : null);
    }
}
