using System.Diagnostics;
using System.Text.Json;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Runs the real service through days of people's answers as fast as it can, and says in one line how it went.</summary>
internal static class UnattendedRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>0, or 1 when an invariant is broken.</returns>
    public static async Task<int> RunAsync(SandboxRun run, TextWriter output, TextWriter progress, CancellationToken cancellation)
    {
        var report = await MeasureAsync(run, progress, cancellation);
        await output.WriteLineAsync(JsonSerializer.Serialize(report, Json));
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
        var people = new PeopleAtWork(tenant, new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy });
        var witness = new Witness(tenant.Tenant, ServiceSettings.HostOf(tenant.Tenant).Name);
        people.Arrived = witness.Saw;
        var file = folder.File("connect.db");
        await using (var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = file, WatchEventsEvery = TimeSpan.FromHours(3), More = Unlimited }))
        {
            service.Clock.NextByPeople = people.Next;
            service.Clock.ActPeople = people.ActAsync;
            await people.InstallAllAsync(cancellation);
            for (var day = 1; day <= run.Days; day++)
            {
                await service.Clock.AdvanceToAsync(start.AddDays(day), null, cancellation);
                await progress.WriteAsync($"\rday {day} of {run.Days}, {watch.Elapsed.TotalSeconds:0} s ");
            }

            await progress.WriteLineAsync();
        }

        // Last, where they are seen.
        foreach (var warning in organisation.Warnings.Concat(tenant.Tenant.Remarks.All.Select(remark => $"Teams would show this wrongly: {remark}")))
        {
            await progress.WriteLineAsync($"Warning: {warning}");
        }

        return Scoreboard.Read(file, tenant.Tenant, people.Counts, witness, watch.Elapsed, run.PreNamed ? run.Seed : null);
    }

    // Teams' limits are the real clock's; here weeks pass in seconds.
    private static IReadOnlyDictionary<string, string> Unlimited { get; } = new Dictionary<string, string>
    {
        ["Bot:Connector:RequestsPerSecond"] = "1000",
    };
}
