using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Operations;

/// <summary>Runs the service. Settings it can't start with are listed all at once, in plain words.</summary>
internal static class ServiceRun
{
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            await using var service = ServiceHost.Build(args);
            // All at once, before any service that is being made can stumble over the first.
            service.Services.GetRequiredService<IStartupValidator>().Validate();
            await service.RunAsync();
            return 0;
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            await errors.WriteLineAsync($"TeamsConnectBot can't start with these settings. docs/options.md lists them all.{Environment.NewLine}");
            foreach (var problem in problems)
            {
                await errors.WriteLineAsync($"  {problem}");
            }

            return 1;
        }
    }
}
