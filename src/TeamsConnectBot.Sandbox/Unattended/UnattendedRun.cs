using System.Diagnostics;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Organisation;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Runs the real service through many days of simulated answers, as fast as it can, and reports the result as JSON.</summary>
internal static class UnattendedRun
{
    private static readonly TimeSpan TimeToJoin = TimeSpan.FromMinutes(30);

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
        if (run.Ai is not null && organisation.People.Length < WorksCouncil.LeastPeople)
        {
            throw new OrganisationFormatException(
                $"The organisation has {organisation.People.Length} people; --ai needs at least {WorksCouncil.LeastPeople}, "
                + "because rules that use AI weeks are refused in a smaller pool.");
        }

        using var folder = TemporaryFolder.Create();
        var tenantOptions = run.OptionsFor(organisation, folder);
        (tenantOptions.ConnectorRequestsPerSecond, tenantOptions.LimitsConversations) = (null, false);
        await using var tenant = await SandboxServer.StartAsync(tenantOptions);
        var host = ServiceSettings.HostOf(tenant.Tenant);
        var witness = new Witness(tenant.Tenant, host.Name);
        var habits = new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy, Ai = run.Ai, Asks = run.Asks };
        var people = new SimulatedPeople(tenant, habits) { MessageReceived = witness.Saw };
        var help = run.Asks is null ? null : new HelpWitness(tenant.Tenant, host, people.Counts.Questions);
        if (help is not null)
        {
            people.MessageReceived += help.Saw;
        }

        var options = new LaunchOptions
        {
            DatabaseFile = folder.File("connect.db"), WatchEventsEvery = TimeSpan.FromHours(3), ExtraSettings = UnlimitedRates.Settings,
            AiWeekAllowed = run.Ai is not null, QuestionsAllowed = run.Asks is not null,
        };
        var ai = run.Ai is null
            ? null
            : new AiWeekWitness(tenant.Tenant.Reports, StoredRows.Sqlite(options.DatabaseFile), people.Counts.AllowsAi);
        await using (var service = await RunningService.StartAsync(tenant, options))
        {
            (service.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
            await people.InstallAllAsync(cancellation);
            if (run.Ai is not null)
            {
                // Rules that use bands are refused until enough people joined; the first round starts an hour later.
                await service.Clock.AdvanceToAsync(tenantOptions.Start + TimeToJoin, null, cancellation);
                using var council = await WorksCouncil.SignInAsync(tenant, service.Url, cancellation);
                var decisions = await council.AllowAiWeekAsync(cancellation);
                if (decisions.Count < WorksCouncil.AiWeekDecisions)
                {
                    throw new InvalidOperationException("The usage report or an AI-week rule is not allowed: has the admin page changed?");
                }
            }

            for (var day = 1; day <= run.Days; day++)
            {
                await service.Clock.AdvanceToAsync(tenantOptions.Start.AddDays(day), null, cancellation);
                ai?.Look();
                help?.Look();
                await progress.WriteAsync($"\rday {day} of {run.Days}, {watch.Elapsed.TotalSeconds:0} s ");
            }

            await progress.WriteLineAsync();
        }

        // Warnings are printed at the end, where they are noticed.
        var remarks = tenant.Tenant.Remarks.All.Select(remark => $"Teams would show this wrongly: {remark}");
        foreach (var warning in organisation.Warnings.Concat(remarks))
        {
            await progress.WriteLineAsync($"Warning: {warning}");
        }

        return Scoreboard.Read(
            options.DatabaseFile, tenant.Tenant, people.Counts, witness, watch.Elapsed, run.PreNamed ? run.Seed : null, ai,
            tenantOptions.Start, help);
    }
}
