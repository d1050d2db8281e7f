using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;

namespace TeamsConnectBot.Sandbox.CrashTests;

/// <summary>
/// Plays one round of a small pool, from installing the app to 'did you meet?', with or without failing requests or a killed
/// service. People click again when the service doesn't answer.
/// </summary>
/// <param name="server">The PostgreSQL database to use, which must be new; null for SQLite.</param>
internal sealed class CrashTest(string? server)
{
    private const string FileName = "connect.db";
    private static readonly DateOnly Monday = new(2026, 3, 2);

    public int People { get; init; } = 8;

    /// <summary>How many messages are sent concurrently. No more than this can be in doubt after a kill.</summary>
    public int SendAtOnce { get; init; } = 1;

    /// <summary>Extra settings of the service, as <c>Section:Key</c>.</summary>
    public IReadOnlyDictionary<string, string> ExtraSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs without faults, with the service in this process.</summary>
    public Task<CrashTestResult> RunAsync(CancellationToken cancellation) => RunWithFaultsAsync([], cancellation);

    /// <summary>Runs while some of the requests fail.</summary>
    public async Task<CrashTestResult> RunWithFaultsAsync(IEnumerable<FaultRule> faults, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await StartTenantAsync(folder);
        var active = faults.Select(tenant.Faults.Add).ToList();
        await using var service = await RunningService.StartAsync(tenant, Options(folder));
        var result = await PlayAsync(tenant, service.Clock, Rows(folder), kills: () => 0, cancellation);
        return result with { Failed = active.Sum(fault => fault.Hits) };
    }

    /// <summary>Runs with the service in a process of its own, which is killed during one of its requests and replaced.</summary>
    public async Task<CrashTestResult> RunWithKillAsync(CrashPoint point, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await StartTenantAsync(folder);
        await using var service = await KillableService.StartAsync(tenant, Options(folder));
        tenant.Faults.KillAt(point.Request, point.AfterHandling, service.KillAndRestart);
        using var clock = new ClockDriver(tenant, service);
        return await PlayAsync(tenant, clock, Rows(folder), kills: () => service.Kills, cancellation);
    }

    private static async Task<CrashTestResult> PlayAsync(
        SandboxServer tenant, ClockDriver clock, StoredRows rows, Func<int> kills, CancellationToken cancellation)
    {
        var received = new ReceivedMessages();
        var people = new SimulatedPeople(tenant, new Habits { Seed = 3, Yes = 0.85, ByWeek = true }) { MessageReceived = received.Add };
        (clock.NextPeopleAction, clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
        await people.InstallAllAsync(cancellation);
        await clock.AdvanceToAsync(clock.Now.AddDays(5), null, cancellation);
        return new CrashTestResult(
            tenant.Tenant.Chats.All.ToDictionary(chat => chat.Person.ObjectId.ToString(), chat => received.InChat(chat, rows)),
            tenant.Tenant.Calendar.Live.Count,
            received.InDoubt(rows),
            Inconsistencies.Count(tenant.Tenant, rows),
            tenant.Faults.Requests,
            kills());
    }

    private async Task<SandboxServer> StartTenantAsync(TemporaryFolder folder)
    {
        var run = new SandboxRun { People = People, Seed = 3, Start = Monday };
        var organisation = run.ReadOrganisation();
        var alike = organisation.People.Select(person => person with
        {
            Office = "Utrecht", Zone = "Europe/Amsterdam", Language = "nl-NL", ManagerId = null, WorkingHours = Tenant.WorkSchedule.Office,
        });
        var options = run.OptionsFor(organisation with { People = [.. alike], BusyTime = (_, _, _) => [] }, folder);
        (options.ConnectorRequestsPerSecond, options.LimitsConversations) = (null, false);
        return await SandboxServer.StartAsync(options);
    }

    // LaunchOptions.Synchronous stays off: what SQLite has handed to the operating system survives a killed process.
    private LaunchOptions Options(TemporaryFolder folder)
    {
        var settings = new Dictionary<string, string>(UnlimitedRates.Settings.Concat(ExtraSettings))
        {
            ["Engine:SendAtOnce"] = SendAtOnce.ToString(CultureInfo.InvariantCulture),
            ["Programme:Pools:0:OpenTables"] = "false",
            ["Logging:LogLevel:Microsoft"] = "Error",
        };
        if (server is not null)
        {
            settings["Storage:Provider"] = "postgres";
            settings["Storage:ConnectionString"] = server;
        }

        return new() { DatabaseFile = folder.File(FileName), WatchEventsEvery = TimeSpan.FromHours(12), ExtraSettings = settings };
    }

    private StoredRows Rows(TemporaryFolder folder) =>
        server is null ? StoredRows.Sqlite(folder.File(FileName)) : StoredRows.Postgres(server);
}
