using System.Globalization;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The Sandbox as a demo, until someone presses Ctrl+C.</summary>
internal static class InteractiveRun
{
    public static async Task<int> RunAsync(SandboxRun run, CancellationToken cancellation)
    {
        Console.WriteLine("Making up a Microsoft 365 tenant and starting the service in it; this takes some seconds.");
        var organisation = run.ReadOrganisation();
        await using var sandbox = await InteractiveSandbox.StartAsync(run, organisation, cancellation);
        // Last, where they are seen.
        foreach (var warning in organisation.Warnings)
        {
            await Console.Error.WriteLineAsync($"Warning: {warning}");
        }

        sandbox.Server.Tenant.Remarks.Made += remark => Console.Error.WriteLine($"Teams would show this wrongly: {remark}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{organisation.People.Length} people have the app. Open {sandbox.Url}"));
        Console.WriteLine($"The admin page is at {sandbox.AdminUrl}; sign in there as one of the people with a role.");
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
