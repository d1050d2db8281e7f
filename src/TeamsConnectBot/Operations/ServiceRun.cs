namespace TeamsConnectBot.Operations;

/// <summary>Runs the service. When it can't start with its settings, it lists all problems at once.</summary>
internal static class ServiceRun
{
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            await using var service = ServiceHost.Build(args);

            // Validates everything at once, before constructing a service can fail on the first problem.
            service.Services.GetRequiredService<IStartupValidator>().Validate();
            await service.RunAsync();
            return 0;
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            await errors.WriteLineAsync(
                $"TeamsConnectBot can't start with these settings. docs/options.md lists them all.{Environment.NewLine}");
            foreach (var problem in problems)
            {
                await errors.WriteLineAsync($"  {problem}");
            }

            return 1;
        }
    }
}
