using Microsoft.Extensions.Logging;
using TeamsConnectBot.Data;
using TeamsConnectBot.Sandbox;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Organisation;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Tests.Graph;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>
/// The real service in a small tenant, with access to its database and its log. People do only what a test makes them do.
/// </summary>
internal sealed class PrivacyWorld : IAsyncDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.Create();
    private RunningService service = null!;

    private PrivacyWorld()
    {
    }

    public SandboxServer Tenant { get; private set; } = null!;

    public ClockDriver Clock => service.Clock;

    public LogLines Log { get; } = new();

    public IServiceProvider Services => service.Services;

    public IReadOnlyList<Person> People => Tenant.Tenant.People.All;

    public string DatabaseFile => folder.File("connect.db");

    public static async Task<PrivacyWorld> StartAsync(
        int people = 4, Func<OrganisationData, OrganisationData>? change = null, Dictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null, DateTimeOffset? start = null)
    {
        var world = new PrivacyWorld();
        var organisation = GeneratedOrganisation.Create(people, seed: 7);
        // Everybody works at one site, so that any two people can meet.
        organisation = organisation with
        {
            People = [.. organisation.People.Select(person => person with
            {
                Zone = "Europe/Amsterdam", Language = "nl-NL", WorkingHours = WorkSchedule.Office, ManagerId = null, Office = "Utrecht",
            })],
            BusyTime = (_, _, _) => [],
        };
        world.Tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = world.folder.Path,
            Start = start ?? new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero),
            Organisation = change?.Invoke(organisation) ?? organisation,
            ConnectorRequestsPerSecond = null,
            LimitsConversations = false,
        });
        await EmptyDatabase.CopyToAsync(world.DatabaseFile);
        world.service = await RunningService.StartAsync(world.Tenant, new LaunchOptions
        {
            DatabaseFile = world.DatabaseFile,
            LogLevel = "Information",

            // Frequent tasks make every simulated day slow. Tests about what people do in Outlook set World.WatchingOutlook.
            SweepEvery = TimeSpan.FromHours(24),
            WatchEventsEvery = TimeSpan.FromHours(24),
            ExtraSettings = Settings(settings),
            ConfigureHost = builder =>
            {
                builder.Logging.ClearProviders().AddProvider(world.Log);
                services?.Invoke(builder.Services);
            },
        });
        return world;
    }

    public Task<T> ReadAsync<T>(Func<ConnectDb, Task<T>> read) => Services.GetRequiredService<Database>().ReadAsync(read, default);

    public Task WriteAsync(Func<ConnectDb, Task> write) => Services.GetRequiredService<Database>().WriteAsync(write, default);

    public Task<Participant> ParticipantAsync(Person person) =>
        ReadAsync(db => db.Participants.SingleAsync(row => row.PersonId == person.ObjectId.ToString()));

    /// <summary>Empties SQLite's write-ahead log, in which erased values would otherwise remain for a while.</summary>
    public Task TruncateWalAsync() => Services.GetRequiredService<WalTruncation>().TryAsync(default);

    public Task AdvanceAsync(TimeSpan by) => Clock.AdvanceToAsync(Clock.Now + by, null, default);

    public Task AdvanceToAsync(DateTimeOffset time) => Clock.AdvanceToAsync(time, null, default);

    public IReadOnlyList<ChatMessage> FromBot(Person person) =>
        [.. Tenant.Tenant.Chats.Of(person).Messages.Where(message => message.FromBot)];

    public bool HasButton(Person person, string verb) => FromBot(person).Any(message => message.HasButton(verb));

    public async Task InstallAsync(Person person)
    {
        await Tenant.Teams.InstallAsync(person);
        await Clock.QuietAsync(default);
    }

    /// <summary>Installs the app for a person and joins, with the given consents.</summary>
    /// <param name="person">Who joins.</param>
    /// <param name="gaps">Whether their calendar may be read.</param>
    /// <param name="aiUse">Whether what they report about their own AI use counts.</param>
    /// <param name="sources">Whether the organisation's sources about their AI use may be read.</param>
    public async Task JoinAsync(Person person, bool gaps = true, bool aiUse = false, bool sources = false)
    {
        await InstallAsync(person);
        await ClickAsync(person, "join", new JsonObject
        {
            ["allowGaps"] = gaps ? "true" : "false",
            ["allowAiUse"] = aiUse ? "true" : "false",
            ["allowSources"] = sources ? "true" : "false",
        });
    }

    /// <summary>Has a person erase all their data and join again.</summary>
    public async Task EraseAndJoinAgainAsync(Person person)
    {
        await EraseAsync(person);
        await SayAsync(person, "meedoen");
        await ClickAsync(person, "join");
    }

    /// <summary>Makes everybody who takes part have joined a month ago.</summary>
    public Task HaveJoinedEarlierAsync() => WriteAsync(db => db.Participants.Where(row => row.JoinedAt != null).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.JoinedAt, Instant.FromDateTimeOffset(Clock.Now) - Duration.FromDays(31))));

    /// <summary>Has a person erase all their data.</summary>
    public async Task EraseAsync(Person person)
    {
        await SayAsync(person, "vergeet mij");
        await ClickAsync(person, "forget.confirm");
    }

    /// <summary>Has a person ask for their data, and get it as text instead of files.</summary>
    public async Task<string> ExportAsTextAsync(Person person)
    {
        await SayAsync(person, "mijn gegevens");
        await ClickAsync(person, "myData.export");
        await ClickAsync(person, "myData.asText");
        return FromBot(person)[^1].Text!;
    }

    /// <summary>The messages that ask whether a file may be put into the person's OneDrive, oldest first.</summary>
    public IReadOnlyList<ChatMessage> FileRequests(Person person) =>
        [.. FromBot(person).Where(message => message is { Asks: not null, Deleted: false })];

    /// <summary>Types a text in a person's chat.</summary>
    /// <returns>The card that answers it.</returns>
    public async Task<string> SayAsync(Person person, string text)
    {
        await Tenant.Teams.SayAsync(person, text);
        await Clock.QuietAsync(default);
        return FromBot(person)[^1].CardJson!;
    }

    /// <summary>Clicks a button on the newest card that has it, with the inputs as the card shows them unless given.</summary>
    /// <returns>The card that answers it.</returns>
    public async Task<string> ClickAsync(Person person, string verb, JsonObject? inputs = null)
    {
        var message = FromBot(person).Last(message => message.HasButton(verb));
        return (await ClickAsync(person, message, message.CardJson!, verb, inputs)).CardJson!;
    }

    /// <summary>Clicks a button of an earlier version of a card.</summary>
    public async Task<InvokeAnswer> ClickAsync(Person person, ChatMessage message, string card, string verb, JsonObject? inputs = null)
    {
        var view = new CardView(card);
        var filledIn = view.Inputs();
        foreach (var (key, value) in inputs ?? [])
        {
            filledIn[key] = value?.DeepClone();
        }

        var answer = await Tenant.Teams.ClickAsync(person, message.Id, verb, view.Button(verb), filledIn);
        await Clock.QuietAsync(default);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await Tenant.DisposeAsync();
        Log.Dispose();
        folder.Dispose();
    }

    private static Dictionary<string, string> Settings(Dictionary<string, string>? more) =>
        new(ShortDelays.With(more ?? [])) { ["Programme:Pools:0:OpenTables"] = "false" };
}
