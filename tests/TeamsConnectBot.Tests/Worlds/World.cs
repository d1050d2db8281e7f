using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>
/// A tenant, the real service beside it, and time that moves only when a test says so. It starts on Monday 2 March 2026 at
/// seven in the morning; the first round is at nine.
/// </summary>
internal sealed partial class World : IAsyncDisposable
{
    private static readonly LocalDate FirstMonday = new(2026, 3, 2);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>A setting for tests about what people do in Outlook: it is looked at every hour.</summary>
    public static readonly (string Key, string Value) WatchingOutlook = ("Engine:WatchEventsEvery", "01:00:00");

    private readonly TemporaryFolder folder;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly Observer observer;
    private RunningService? service;

    private World(
        TemporaryFolder folder, SandboxServer server, ImmutableArray<Person> people, Calendars calendars, IReadOnlyDictionary<string, string> settings)
    {
        (this.folder, Server, People, Calendars, this.settings) = (folder, server, people, calendars, settings);
        observer = new Observer(server.Tenant);
        Database = folder.File("connect.db");
    }

    public SandboxServer Server { get; }

    public SandboxTenant Tenant => Server.Tenant;

    public FaultRules Faults => Server.Faults;

    /// <summary>Everyone but the host, in a fixed order.</summary>
    public ImmutableArray<Person> People { get; }

    public Calendars Calendars { get; }

    public ServiceLog Log { get; } = new();

    /// <summary>The service's database file; another one after a crash.</summary>
    public string Database { get; private set; }

    public RunningService Service => service ?? throw new InvalidOperationException("The service does not run.");

    public Instant Now => Tenant.Now;

    /// <param name="people">Who is in the tenant, beside the host.</param>
    /// <param name="settings">The service's settings that differ, as <c>Section:Key</c>.</param>
    public static Task<World> StartAsync(ImmutableArray<Person> people, params IEnumerable<(string Key, string Value)> settings) =>
        StartOnAsync(FirstMonday, people, settings);

    /// <summary>The same on another Monday.</summary>
    public static async Task<World> StartOnAsync(
        LocalDate monday, ImmutableArray<Person> people, params IEnumerable<(string Key, string Value)> settings)
    {
        var folder = TemporaryFolder.Create();
        var calendars = new Calendars();
        var server = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = new OrganisationData([Colleagues.Host, .. people], calendars.Of, (_, _) => false),
            Start = On(monday, 7).ToDateTimeOffset(),
            ConnectorRequestsPerSecond = null,
            ConversationRequestsPerSecond = null,
        });
        var world = new World(folder, server, people, calendars, Impatient.Concat(settings).ToDictionary(setting => setting.Key, setting => setting.Value));
        await world.StartServiceAsync();
        return world;
    }

    /// <summary>A moment of the first week, or of a later one, in Amsterdam.</summary>
    public static Instant At(IsoDayOfWeek day, int hour, int minute = 0, int week = 0) =>
        FirstMonday.PlusDays((int)day - 1 + (7 * week)).At(new LocalTime(hour, minute)).InZoneStrictly(Zone).ToInstant();

    /// <summary>A moment of a day in Amsterdam.</summary>
    public static Instant On(LocalDate day, int hour, int minute = 0) =>
        day.At(new LocalTime(hour, minute)).InZoneStrictly(Zone).ToInstant();

    /// <summary>Lets time pass, with everything due on the way done.</summary>
    public Task UntilAsync(IsoDayOfWeek day, int hour, int minute = 0, int week = 0) => UntilAsync(At(day, hour, minute, week));

    public Task UntilAsync(Instant moment) => Service.Clock.AdvanceToAsync(moment.ToDateTimeOffset(), () => crashed, CancellationToken.None);

    /// <summary>Waits until the service has nothing in flight.</summary>
    public Task QuietAsync() => Service.Clock.QuietAsync(CancellationToken.None);

    /// <summary>What it takes to look into a failure: the seed, the moment on the clock, and the service's log.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A world of {People.Length} people with seed {Server.Options.Seed}; its clock stands at {Now}."));
        Log.WriteTo(output);
    }

    public async Task StopServiceAsync()
    {
        await Service.DisposeAsync();
        service = null;
    }

    public async Task StartServiceAsync()
    {
        service = await RunningService.StartAsync(Server, new LaunchOptions
        {
            DatabaseFile = Database,
            LogLevel = "Information",

            // Time moves from one thing due to the next, so what is due every hour makes a day long. Tests about Outlook ask for it.
            WatchEventsEvery = TimeSpan.FromHours(12),
            More = settings,
            Adapt = builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(Log);
            },
        });
        service.Clock.NextPeopleAction = () =>
        {
            observer.Look();
            return null;
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        await Server.DisposeAsync();
        Log.Dispose();
        folder.Dispose();
    }

    // Limits and waits run on the real clock; a test has no time for them.
    private static IEnumerable<(string Key, string Value)> Impatient =>
    [
        ("Bot:Connector:RequestsPerSecond", "1000"),
        ("Bot:Connector:RetryDelay", "00:00:00.001"),
        ("Bot:Connector:LongestWait", "00:00:01"),
        ("Graph:RetryDelay", "00:00:00.001"),
        ("Graph:MaxRetryAfter", "00:00:01"),
    ];
}
