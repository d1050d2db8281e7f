using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A tenant with its page and the real service, where everybody but the people in the two chairs is simulated.</summary>
internal sealed class InteractiveSandbox : IAsyncDisposable
{
    private const string AdminPath = "/admin";

    private readonly TemporaryFolder folder;
    private readonly RunningService service;

    private InteractiveSandbox(TemporaryFolder folder, SandboxServer tenant, RunningService service) =>
        (this.folder, Server, this.service) = (folder, tenant, service);

    public SandboxServer Server { get; }

    /// <summary>The address of the page.</summary>
    public Uri Url => Server.BaseUrl;

    /// <summary>The address of the service's admin page, which signs in through the sandbox's own Entra.</summary>
    public Uri AdminUrl => new(service.Url, AdminPath);

    public static async Task<InteractiveSandbox> StartAsync(SandboxRun run, OrganisationData organisation, CancellationToken cancellation)
    {
        var folder = TemporaryFolder.Create();
        SandboxControl? control = null;
        var options = run.OptionsFor(organisation, folder);
        options.MapMore = (app, server) =>
        {
            app.MapSandboxPage(server.Tenant, server.Teams, server.Channels, control = new SandboxControl(server.Tenant));
            app.MapGet(AdminPath, () =>
                server.Channel.Service is { } url ? Results.Redirect(new Uri(url, AdminPath).ToString()) : Results.NotFound());
        };
        var tenant = await SandboxServer.StartAsync(options);
        var people = new SimulatedPeople(tenant, new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy });

        // The user of the page installs the app for the two people who are in the chairs at first.
        people.StopSimulating(SuggestedPair.Of(tenant.Tenant).Select(id => tenant.Tenant.People.ById(id)!));
        var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });
        (service.Clock.NextPeopleAction, service.Clock.RunPeopleActions) = (people.NextActionAt, people.RunDueActionsAsync);
        control!.Connect(service.Clock);
        control.ChairsTaken = people.StopSimulating;
        PracticeTeam.AddTo(tenant.Tenant);

        await people.InstallAllAsync(cancellation);
        await service.Clock.QuietAsync(cancellation);
        return new InteractiveSandbox(folder, tenant, service);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await Server.DisposeAsync();
        folder.Dispose();
    }
}
