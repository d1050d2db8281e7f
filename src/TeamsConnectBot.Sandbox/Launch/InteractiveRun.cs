namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Runs the Sandbox with its page until somebody presses Ctrl+C.</summary>
internal static class InteractiveRun
{
    public static async Task<int> RunAsync(SandboxRun run, CancellationToken cancellation)
    {
        Console.WriteLine("Making up a Microsoft 365 tenant and starting the service in it; this takes a few seconds.");
        var organisation = run.ReadOrganisation();
        await using var sandbox = await InteractiveSandbox.StartAsync(run, organisation, cancellation);

        // Warnings are printed after the slow startup, where they are noticed.
        foreach (var warning in organisation.Warnings)
        {
            await Console.Error.WriteLineAsync($"Warning: {warning}");
        }

        sandbox.Server.Tenant.Remarks.Made += remark => Console.Error.WriteLine($"Teams would show this wrongly: {remark}");
        Console.WriteLine($"The organisation has {organisation.People.Length} people. Open {sandbox.Url}");
        Console.WriteLine($"The admin page is at {sandbox.AdminUrl}; sign in there as one of the people with a role.");
        Console.WriteLine("Press Ctrl+C to stop.");
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
