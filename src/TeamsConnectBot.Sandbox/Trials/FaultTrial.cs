using System.Globalization;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Launch.Processes;

namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>
/// One round of a small pool, from installing to 'did you meet?', without a kill and with one. People click again when nobody
/// answers.
/// </summary>
internal sealed class FaultTrial
{
    private const string FileName = "connect.db";
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly string? server;

    /// <param name="server">The PostgreSQL database to use, which must be new; null for SQLite.</param>
    public FaultTrial(string? server) => this.server = server;

    public int People { get; init; } = 8;

    /// <summary>How many messages are on their way at once; as many can be in doubt after a kill.</summary>
    public int SendAtOnce { get; init; } = 1;

    /// <summary>More settings of the service, as <c>Section:Key</c>.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    /// <summary>The round as it goes when nothing dies, with the service in this process.</summary>
    public Task<Sight> UndisturbedAsync(CancellationToken cancellation) => DisturbedAsync([], cancellation);

    /// <summary>The same while things go wrong with requests.</summary>
    public async Task<Sight> DisturbedAsync(IEnumerable<FaultRule> faults, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await TenantAsync(folder);
        foreach (var fault in faults)
        {
            tenant.Faults.Add(fault);
        }

        await using var service = await RunningService.StartAsync(tenant, Launch(folder));
        var arrivals = await PlayAsync(tenant, service.Clock, cancellation);
        return Look(tenant, arrivals, kills: 0, Rows(folder));
    }

    /// <summary>The same round with the service in a process of its own, killed on one of its requests; another goes on.</summary>
    public async Task<Sight> KilledAsync(FaultPoint point, CancellationToken cancellation)
    {
        using var folder = TemporaryFolder.Create();
        await using var tenant = await TenantAsync(folder);
        await using var service = await MortalService.StartAsync(tenant, Launch(folder));
        tenant.Faults.KillAt(point.Request, point.AfterHandling, service.KillAndRestart);
        using var clock = new ClockDriver(tenant, service);
        var arrivals = await PlayAsync(tenant, clock, cancellation);
        return Look(tenant, arrivals, service.Kills, Rows(folder));
    }

    private static async Task<Arrivals> PlayAsync(SandboxServer tenant, ClockDriver clock, CancellationToken cancellation)
    {
        var arrivals = new Arrivals();
        var people = new PeopleAtWork(tenant, new Habits { Seed = 3, Yes = 0.85, ByWeek = true }) { Arrived = arrivals.Add };
        (clock.NextByPeople, clock.ActPeople) = (people.Next, people.ActAsync);
        await people.InstallAllAsync(cancellation);
        await clock.AdvanceToAsync(clock.Now.AddDays(5), null, cancellation);
        return arrivals;
    }

    private async Task<SandboxServer> TenantAsync(TemporaryFolder folder)
    {
        var run = new SandboxRun { People = People, Seed = 3, Start = Monday };
        var organisation = run.ReadOrganisation();
        return await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation with
            {
                People = [.. organisation.People.Select(person => person with { Office = "Utrecht", Zone = "Europe/Amsterdam", Language = "nl-NL", ManagerId = null, WorkingHours = Tenant.WorkSchedule.Office })],
                BusyTime = (_, _, _) => [],
            },
            Start = run.StartsAt(organisation, TimeProvider.System),
            ConnectorRequestsPerSecond = null,
            ConversationRequestsPerSecond = null,
        });
    }

    // Killing a process loses nothing that was handed to the disk.
    private LaunchOptions Launch(TemporaryFolder folder) =>
        new() { DatabaseFile = folder.File(FileName), Synchronous = "Off", WatchEventsEvery = TimeSpan.FromHours(12), More = Settings() };

    private StoredRows Rows(TemporaryFolder folder) => server is null ? StoredRows.Sqlite(folder.File(FileName)) : StoredRows.Postgres(server);

    private static Sight Look(SandboxServer tenant, Arrivals arrivals, int kills, StoredRows rows) => new()
    {
        Messages = tenant.Tenant.Chats.All.ToDictionary(chat => chat.Person.ObjectId.ToString(), chat => arrivals.SeenIn(chat, rows)),
        Events = tenant.Tenant.Calendar.Live.Count,
        Doubts = arrivals.Doubts(rows),
        Loose = Contradictions.Count(tenant.Tenant, rows),
        Requests = tenant.Faults.Requests,
        Kills = kills,
    };

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(More)
        {
            ["Bot:Connector:RequestsPerSecond"] = "1000",
            ["Engine:SendAtOnce"] = SendAtOnce.ToString(CultureInfo.InvariantCulture),
            ["Programme:Pools:0:OpenTables"] = "false",
            ["Logging:LogLevel:Microsoft"] = "Error",
        };
        if (server is not null)
        {
            settings["Storage:Provider"] = "postgres";
            settings["Storage:ConnectionString"] = server;
        }

        return settings;
    }
}
