using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Faults;
using TeamsConnectBot.Sandbox.Launch;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>
/// A Sandbox tenant with the real service connected to it, and a clock that moves only when a test moves it. The clock starts on
/// Monday 2 March 2026 at 07:00; the first round is at 09:00.
/// </summary>
internal sealed partial class World : IAsyncDisposable
{
    private static readonly LocalDate FirstMonday = new(2026, 3, 2);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The setting that checks calendar events every hour, for tests about changes that people make in Outlook.</summary>
    public static readonly (string Key, string Value) WatchingOutlook = ("Engine:WatchEventsEvery", "01:00:00");

    private readonly TemporaryFolder folder;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly Observer observer;
    private readonly CommitPoint commits = new();
    private RunningService? service;

    private World(
        TemporaryFolder folder, SandboxServer server, ImmutableArray<Person> people, FakeCalendars calendars,
        IReadOnlyDictionary<string, string> settings)
    {
        (this.folder, Server, People, Calendars, this.settings) = (folder, server, people, calendars, settings);
        Database = folder.File("connect.db");
        observer = new Observer(server.Tenant, () => StoredRows.Sqlite(Database));
    }

    public SandboxServer Server { get; }

    public SandboxTenant Tenant => Server.Tenant;

    public FaultRules Faults => Server.Faults;

    /// <summary>Everyone except the host, in a fixed order.</summary>
    public ImmutableArray<Person> People { get; }

    public FakeCalendars Calendars { get; }

    public ServiceLog Log { get; } = new();

    /// <summary>The service's database file; a different one after a crash.</summary>
    public string Database { get; private set; }

    public RunningService Service => service ?? throw new InvalidOperationException("The service is not running.");

    public Instant Now => Tenant.Now;

    /// <param name="people">The people in the tenant, apart from the host.</param>
    /// <param name="settings">Settings of the service that differ from the defaults, as <c>Section:Key</c>.</param>
    public static Task<World> StartAsync(ImmutableArray<Person> people, params IEnumerable<(string Key, string Value)> settings) =>
        StartOnAsync(FirstMonday, people, settings);

    /// <summary>Starts a world whose clock begins on another Monday.</summary>
    public static async Task<World> StartOnAsync(
        LocalDate monday, ImmutableArray<Person> people, params IEnumerable<(string Key, string Value)> settings)
    {
        var folder = TemporaryFolder.Create();
        var calendars = new FakeCalendars();
        var server = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = new OrganisationData([SamplePeople.Host, .. people], calendars.Of, (_, _) => false),
            Start = On(monday, 7).ToDateTimeOffset(),
            ConnectorRequestsPerSecond = null,
            LimitsConversations = false,
        });
        var world = new World(
            folder, server, people, calendars,
            ShortDelays.With(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))));
        try
        {
            await world.StartServiceAsync();
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }

        return world;
    }

    /// <summary>A moment in Amsterdam in the first week, or in a later one.</summary>
    public static Instant At(IsoDayOfWeek day, int hour, int minute = 0, int week = 0) =>
        FirstMonday.PlusDays((int)day - 1 + (7 * week)).At(new LocalTime(hour, minute)).InZoneStrictly(Zone).ToInstant();

    /// <summary>A moment in Amsterdam on a date.</summary>
    public static Instant On(LocalDate day, int hour, int minute = 0) =>
        day.At(new LocalTime(hour, minute)).InZoneStrictly(Zone).ToInstant();

    /// <summary>Advances the clock, running every task that becomes due on the way.</summary>
    public Task UntilAsync(IsoDayOfWeek day, int hour, int minute = 0, int week = 0) => UntilAsync(At(day, hour, minute, week));

    public Task UntilAsync(Instant moment) =>
        Service.Clock.AdvanceToAsync(moment.ToDateTimeOffset(), () => crashed, CancellationToken.None);

    /// <summary>Waits until the service is idle.</summary>
    public Task QuietAsync() => Service.Clock.QuietAsync(CancellationToken.None);

    /// <summary>Writes what helps to diagnose a failed test: the seed, the clock and the service's log.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A world of {People.Length} people with seed {Server.Options.Seed}; its clock is at {Now}."));
        Log.WriteTo(output);
    }

    public async Task StopServiceAsync()
    {
        await Service.DisposeAsync();
        service = null;
    }

    public async Task StartServiceAsync()
    {
        if (!File.Exists(Database))
        {
            await EmptyDatabase.CopyToAsync(Database);
        }

        service = await RunningService.StartAsync(Server, new LaunchOptions
        {
            DatabaseFile = Database,
            LogLevel = "Information",

            // The clock jumps from one due task to the next, so frequent tasks make every simulated day slow. The regular sweep only
            // catches what nothing asked for; tests about Outlook set WatchingOutlook.
            SweepEvery = TimeSpan.FromHours(24),
            WatchEventsEvery = TimeSpan.FromHours(24),
            ExtraSettings = settings,
            ConfigureHost = builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(Log);
                builder.Services.ConfigureDbContext<ConnectDb>(options => options.AddInterceptors(commits));
            },
        });
        service.Clock.NextPeopleAction = () =>
        {
            observer.Observe();
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
}
