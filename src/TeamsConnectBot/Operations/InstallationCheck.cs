using Microsoft.Extensions.Options;
using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Tries everything an installation needs, without starting it and without changing anything, and says in plain words what
/// is wrong and how to mend it: <c>TeamsConnectBot check</c> with the settings of the service.
/// </summary>
internal static class InstallationCheck
{
    // Long enough for a slow answer, short enough for somebody who waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="settings">As the service has them.</param>
    /// <param name="output">Where it says what it tries, before it does, and what came of it.</param>
    /// <param name="limit">How long one step may take; a minute unless given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>0 when everything works, else 1.</returns>
    public static async Task<int> RunAsync(
        string[] settings, TextWriter output, TimeSpan? limit = null, CancellationToken cancellationToken = default)
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
        foreach (var trial in service.Services.GetServices<CheckStep>().SelectMany(step => step.Trials))
        {
            await output.WriteLineAsync($"try    {trial.Subject} …");
            await output.FlushAsync(cancellationToken);
            var finding = await TryAsync(trial, limit ?? Patience, cancellationToken);
            wrong += finding.Wrong is null || finding.IsWarning ? 0 : 1;
            await output.WriteLineAsync(finding.Wrong is null
                ? $"good   {finding.Subject}"
                : $"{(finding.IsWarning ? "warn  " : "WRONG ")} {finding.Subject}: {finding.Wrong}{Environment.NewLine}       {finding.Mend}");
        }

        await output.WriteLineAsync(wrong == 0 ? "Everything works." : $"{wrong} to mend.");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<Finding> TryAsync(Trial trial, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            // Also when what is tried does not hear that it should stop.
            return await Task.Run(() => trial.TryAsync(patience.Token), cancellationToken).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Finding(
                trial.Subject, $"no answer within {limit.TotalSeconds:0.#} seconds.",
                "Something is reached but does not answer: check what stands between, such as a proxy or a firewall, and try again.");
        }
    }
}
