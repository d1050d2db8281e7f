using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A tenant with its page, the real service beside it, and everybody but your two chairs answering by themselves.</summary>
internal sealed class InteractiveSandbox : IAsyncDisposable
{
    private const string AdminPath = "/admin";

    private readonly TemporaryFolder folder;
    private readonly RunningService service;

    private InteractiveSandbox(TemporaryFolder folder, SandboxServer tenant, RunningService service) =>
        (this.folder, Server, this.service) = (folder, tenant, service);

    public SandboxServer Server { get; }

    /// <summary>Where the page is.</summary>
    public Uri Url => Server.BaseUrl;

    /// <summary>The service's page for admins, where the sandbox's own Entra signs in.</summary>
    public Uri AdminUrl => new(service.Url, AdminPath);

    public static async Task<InteractiveSandbox> StartAsync(SandboxRun run, OrganisationData organisation, CancellationToken cancellation)
    {
        var folder = TemporaryFolder.Create();
        SandboxControl? control = null;
        var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation,
            Seed = run.Seed,
            Start = run.StartsAt(organisation, TimeProvider.System),
            Port = run.Port,
            MapMore = (app, server) =>
            {
                app.MapSandboxPage(server.Tenant, server.Teams, server.Channels, control = new SandboxControl(server.Tenant));
                app.MapGet(AdminPath, () => server.Channel.Service is { } url ? Results.Redirect(new Uri(url, AdminPath).ToString()) : Results.NotFound());
            },
        });
        var people = new PeopleAtWork(tenant, new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy });
        var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });
        service.Clock.NextByPeople = people.Next;
        service.Clock.ActPeople = people.ActAsync;
        control!.Connect(service.Clock);
        control.ChairsTaken = people.LeaveToOthers;
        PracticeTeam.AddTo(tenant.Tenant);

        // The two whose chairs are taken first install the app themselves.
        var chairs = SuggestedPair.Of(tenant.Tenant);
        await people.InstallAllAsync(person => !chairs.Contains(person.Id), cancellation);
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
