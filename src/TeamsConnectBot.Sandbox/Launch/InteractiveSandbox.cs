using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A tenant with its page and the real service, where everybody but the people in the two chairs is simulated.</summary>
internal sealed class InteractiveSandbox : IAsyncDisposable
{
    private const string AdminPath = "/admin";

    // A round starts on Mondays at nine. After it, a week of usage reports comes before the first invitation.
    private static readonly LocalTime AfterTheRound = new(10, 0);

    // By then, everybody whom the Sandbox simulates has joined.
    private static readonly TimeSpan Joining = TimeSpan.FromMinutes(20);

    private readonly TemporaryFolder folder;
    private readonly SimulatedPeople people;
    private readonly SandboxControl control;
    private RunningService service;

    private InteractiveSandbox(
        TemporaryFolder folder, SandboxServer tenant, SimulatedPeople people, SandboxControl control, RunningService service)
    {
        (this.folder, this.people, this.control, this.service) = (folder, people, control, service);
        Server = tenant;
        Connect();
    }

    public SandboxServer Server { get; }

    /// <summary>The address of the page.</summary>
    public Uri Url => Server.BaseUrl;

    /// <summary>The address of the service's admin page, which signs in through the sandbox's own Entra.</summary>
    public Uri AdminUrl => new(service.Url, AdminPath);

    public static async Task<InteractiveSandbox> StartAsync(SandboxRun run, OrganisationData organisation, CancellationToken cancellation)
    {
        var folder = TemporaryFolder.Create();
        SandboxControl? control = null;
        InteractiveSandbox? sandbox = null;
        var options = (run.Folder is null ? run with { StartOfDay = AfterTheRound } : run).OptionsFor(organisation, folder);
        var aiWeek = new AiSourceSwitch(options.Reports, (withReport, token) => sandbox!.RestartAsync(withReport, token));
        options.MapMore = (app, server) =>
        {
            app.MapSandboxPage(
                server.Tenant, server.Teams, server.Channels, control = new SandboxControl(server.Tenant), server.Reports, aiWeek);
            app.MapGet(AdminPath, () =>
                server.Channel.Service is { } url ? Results.Redirect(new Uri(url, AdminPath).ToString()) : Results.NotFound());
        };
        var tenant = await SandboxServer.StartAsync(options);

        // Nobody else asks questions, but everybody may be asked those of the two people in the chairs.
        var people = new SimulatedPeople(tenant, new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy, Asks = 0 });

        // The user of the page installs the app for the two people who are in the chairs at first.
        people.StopSimulating(SuggestedPair.Of(tenant.Tenant).Select(id => tenant.Tenant.People.ById(id)!));
        var service = await RunningService.StartAsync(tenant, Options(folder, withReport: true));
        sandbox = new InteractiveSandbox(folder, tenant, people, control!, service);
        control!.ChairsTaken = people.StopSimulating;
        PracticeTeam.AddTo(tenant.Tenant);

        // The first visit to the admin page takes seconds of compiling; meanwhile the app is installed for everybody.
        var signingIn = WorksCouncil.SignInAsync(tenant, service.Url, cancellation);
        await people.InstallAllAsync(cancellation);
        using var council = await signingIn;
        await service.Clock.AdvanceToAsync(options.Start + Joining, null, cancellation);
        aiWeek.Decisions = await council.AllowAiWeekAsync(cancellation);
        await sandbox.QuietAsync(cancellation);
        return sandbox;
    }

    /// <summary>Waits until the service has nothing in flight.</summary>
    public Task QuietAsync(CancellationToken cancellation) => service.Clock.QuietAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await Server.DisposeAsync();
        folder.Dispose();
    }

    private static LaunchOptions Options(TemporaryFolder folder, bool withReport) =>
        new() { DatabaseFile = folder.File("connect.db"), AiWeekAllowed = withReport, QuestionsAllowed = true };

    private void Connect()
    {
        (service.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
        control.Connect(service.Clock);
    }

    // At the same address, which is on the screen of whoever started the Sandbox.
    private async Task RestartAsync(bool withReport, CancellationToken cancellation)
    {
        var url = service.Url;
        await service.DisposeAsync();
        service = await RunningService.StartAsync(
            Server, Options(folder, withReport) with { ExtraSettings = new Dictionary<string, string> { ["urls"] = url.ToString() } });
        Connect();
        await QuietAsync(cancellation);
    }
}
