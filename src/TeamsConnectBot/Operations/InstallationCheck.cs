using TeamsConnectBot.Operations.Checks;

namespace TeamsConnectBot.Operations;

/// <summary>
/// Checks everything an installation needs, without starting the service or changing anything, and reports what is wrong and how to fix
/// it: <c>TeamsConnectBot check</c> with the settings of the service.
/// </summary>
internal static class InstallationCheck
{
    public static readonly Finding WrongSetting = new(
        "setting", "….", "Fix the settings first; docs/options.md lists them all. Nothing else is tried until then.");

    private const int Understood = 0;
    private const int NotUnderstood = 2;

    // The limit per check allows for a slow response without keeping the person who runs the checks waiting for long.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <param name="args">Options of the check, and settings of the service.</param>
    /// <param name="output">Receives the results.</param>
    /// <param name="errors">Receives what is wrong with the command line.</param>
    /// <param name="limit">How long one check may take; a minute by default.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>0 when nothing is wrong, 1 when something is, and 2 when the command line was not understood.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter errors, TimeSpan? limit = null, CancellationToken cancellationToken = default)
    {
        if (args.Any(CommandWords.IsHelp))
        {
            await output.WriteLineAsync(CheckCommandLine.Usage);
            return Understood;
        }

        var (arguments, problem) = CheckCommandLine.Read(args);
        if (arguments is null)
        {
            await errors.WriteLineAsync($"{problem}{Environment.NewLine}{Environment.NewLine}{CheckCommandLine.Usage}");
            return NotUnderstood;
        }

        CheckReport report = arguments.IsJson ? new JsonCheckReport(output) : new TextCheckReport(output);
        var settings = new Check("settings", "settings", _ => Task.FromResult(CheckResult.Good()));
        try
        {
            await using var service = ServiceHost.Build([.. arguments.Settings], builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(arguments);
            });
            service.Services.GetRequiredService<IStartupValidator>().Validate();
            await report.AddAsync(settings, CheckResult.Good());
            await RunAsync(service.Services, new CheckRun(report, limit ?? Timeout), cancellationToken);
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            foreach (var wrong in problems)
            {
                await report.AddAsync(settings, WrongSetting.With(wrong.TrimEnd('.')));
            }
        }

        return await report.EndAsync();
    }

    private static async Task RunAsync(IServiceProvider services, CheckRun run, CancellationToken cancellationToken)
    {
        foreach (var check in services.GetServices<CheckStep>().SelectMany(step => step.Checks))
        {
            await run.TryAsync(check, cancellationToken);
        }
    }
}
