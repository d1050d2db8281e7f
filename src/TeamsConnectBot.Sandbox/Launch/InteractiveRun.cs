using System.Globalization;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Page;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The Sandbox as a demo: the page is open, people answer, and you sit in two chairs.</summary>
internal static class InteractiveRun
{
    public static async Task<int> RunAsync(SandboxRun run, CancellationToken cancellation)
    {
        var organisation = run.ReadOrganisation();
        foreach (var warning in organisation.Warnings)
        {
            Console.WriteLine(warning);
        }

        using var folder = TemporaryFolder.Create();
        SandboxControl? control = null;
        await using var tenant = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = folder.Path,
            Organisation = organisation,
            Seed = run.Seed,
            Start = run.StartsAt(organisation, TimeProvider.System),
            Port = run.Port,
            MapMore = (app, server) =>
            {
                app.MapSandboxPage(server.Tenant, control = new SandboxControl(server.Tenant));
                app.MapGet("/admin", () => server.Channel.Service is { } url ? Results.Redirect(new Uri(url, "/admin").ToString()) : Results.NotFound());
            },
        });
        var people = new PeopleAtWork(tenant.Tenant, new Habits { Seed = run.Seed, Yes = run.Yes, Messy = run.Messy });
        await using var service = await RunningService.StartAsync(tenant, new LaunchOptions { DatabaseFile = folder.File("connect.db") });
        service.Clock.NextByPeople = people.Next;
        service.Clock.ActPeople = people.ActAsync;
        control!.Connect(service.Clock);
        control.ChairsTaken = people.LeaveToOthers;
        await people.InstallAllAsync(cancellation);
        await service.Clock.QuietAsync(cancellation);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{organisation.People.Length} people have the app. Open {tenant.BaseUrl}"));
        Console.WriteLine($"The admin page is at {new Uri(service.Url, "/admin")}; sign in there as one of the people with a role.");
        Console.WriteLine("Press Ctrl+C to stop.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }

        return 0;
    }
}
