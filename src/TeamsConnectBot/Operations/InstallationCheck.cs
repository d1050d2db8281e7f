using Microsoft.Extensions.Options;
using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Tries everything an installation needs, without starting it and without changing anything, and says in plain words what
/// is wrong and how to mend it: <c>TeamsConnectBot check</c> with the settings of the service.
/// </summary>
internal static class InstallationCheck
{
    /// <returns>0 when everything works, else 1.</returns>
    public static async Task<int> RunAsync(string[] settings, TextWriter output, CancellationToken cancellationToken = default)
    {
        await using var service = ServiceHost.Build(settings, builder => builder.Logging.ClearProviders());
        try
        {
            service.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                await output.WriteLineAsync($"WRONG  settings: {problem}");
            }

            await output.WriteLineAsync("Mend the settings first; docs/options.md lists them all.");
            return 1;
        }

        await output.WriteLineAsync("good   settings");
        var wrong = 0;
        foreach (var step in service.Services.GetServices<CheckStep>())
        {
            foreach (var finding in await step.TryAsync(cancellationToken))
            {
                wrong += finding.Wrong is null ? 0 : 1;
                await output.WriteLineAsync(finding.Wrong is null
                    ? $"good   {finding.Subject}"
                    : $"WRONG  {finding.Subject}: {finding.Wrong}{Environment.NewLine}       {finding.Mend}");
            }
        }

        await output.WriteLineAsync(wrong == 0 ? "Everything works." : $"{wrong} to mend.");
        return wrong == 0 ? 0 : 1;
    }
}
