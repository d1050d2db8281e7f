using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Checks everything an installation needs, without starting the service or changing anything, and reports what is wrong and how to fix
/// it: <c>TeamsConnectBot check</c> with the settings of the service.
/// </summary>
internal static class InstallationCheck
{
    // The limit per check allows for a slow response without keeping the person who runs the checks waiting for long.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <param name="settings">The settings of the service.</param>
    /// <param name="output">Receives the name of each check before it starts, and then its result.</param>
    /// <param name="limit">How long one check may take; a minute by default.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
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

            await output.WriteLineAsync("Fix the settings first; docs/options.md lists them all.");
            return 1;
        }

        await output.WriteLineAsync("good   settings");
        var wrong = 0;
        foreach (var check in service.Services.GetServices<CheckStep>().SelectMany(step => step.Checks))
        {
            await output.WriteLineAsync($"try    {check.Subject} …");
            await output.FlushAsync(cancellationToken);
            var result = await TryAsync(check, limit ?? Timeout, cancellationToken);
            wrong += result.Wrong is null || result.IsWarning ? 0 : 1;
            await output.WriteLineAsync(result.Wrong is null
                ? $"good   {result.Subject}"
                : $"{(result.IsWarning ? "warn  " : "WRONG ")} {result.Subject}: {result.Wrong}{Environment.NewLine}       {result.Fix}");
        }

        await output.WriteLineAsync(wrong == 0 ? "Everything works." : $"{wrong} to fix.");
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<CheckResult> TryAsync(Check check, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        try
        {
            // WaitAsync also ends a check that ignores its cancellation token.
            return await Task.Run(() => check.TryAsync(timeout.Token), cancellationToken).WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CheckResult(
                check.Subject, $"no answer within {limit.TotalSeconds:0.#} seconds.",
                "It can be reached but does not answer: check the network in between, such as a proxy or a firewall, and try again.");
        }
    }
}
