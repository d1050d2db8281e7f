using NodaTime.Text;
using TeamsConnectBot.Data;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Restoring;

/// <summary>
/// <c>TeamsConnectBot restored [--last-ran=TIME] [--erased=FILE]</c> with the settings of the service: prepares a restored database, before
/// the service is started on it, so that nobody is invited twice. Running it twice does no harm.
/// </summary>
internal static class RestoredDatabase
{
    public const string Name = "restored";

    /// <param name="settings">The settings of the service, and those of this command.</param>
    /// <param name="output">Receives what was done, or why nothing was.</param>
    /// <param name="adapt">Changes made from outside before the service is built, such as another clock.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>0 when the service can be started; 1 when nothing was changed.</returns>
    public static async Task<int> RunAsync(
        string[] settings, TextWriter output, Action<WebApplicationBuilder>? adapt = null, CancellationToken cancellationToken = default)
    {
        await using var service = ServiceHost.Build(settings, builder =>
        {
            builder.Logging.ClearProviders();
            adapt?.Invoke(builder);
        });
        if (await ProblemsWithAsync(service, settings, cancellationToken) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                await output.WriteLineAsync(problem);
            }

            await output.WriteLineAsync("Nothing was changed.");
            return 1;
        }

        var services = service.Services;
        await ActivatorUtilities.CreateInstance<DatabaseStart>(services).StartAsync(cancellationToken);
        var until = Instant.Min(LastRan(service)!.Value, services.GetRequiredService<TimeProvider>().GetCurrentInstant());
        await services.GetRequiredService<RepeatedWork>().SkipAsync(until, cancellationToken);
        await output.WriteLineAsync(
            $"What was due by {until} may have been done after the backup. Invitations and rounds of before that moment are not repeated; "
            + "other messages are sent once more.");
        if (service.Configuration["erased"] is { } list)
        {
            await services.GetRequiredService<ErasedSince>().EraseAsync(list, cancellationToken);
            await output.WriteLineAsync("Whoever is on the list of erased people is erased again.");
        }
        else
        {
            await output.WriteLineAsync("Without --erased, whoever was erased after the backup is back; docs/backup.md says what to do.");
        }

        await output.WriteLineAsync("Start the service now.");
        return 0;
    }

    private static async Task<IReadOnlyList<string>> ProblemsWithAsync(
        WebApplication service, string[] settings, CancellationToken cancellationToken)
    {
        try
        {
            service.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            return problems;
        }

        List<string> wrong =
        [
            .. settings.Where(setting => setting.StartsWith("--", StringComparison.Ordinal)).Select(setting => setting.Split('=')[0])
                .Where(name => name is not ("--erased" or "--last-ran") && !CheckCommandLine.IsSetting(name))
                .Select(name => $"There is no option '{name}'; there are --erased, --last-ran and the settings of the service."),
        ];
        if (LastRan(service) is null)
        {
            wrong.Add(
                $"--last-ran is '{service.Configuration["last-ran"]}'; give a moment with its offset, such as 2026-03-02T10:00:00+01:00.");
        }

        if (service.Configuration["erased"] is { } list && ErasedSince.ProblemWith(list) is { } problem)
        {
            wrong.Add(problem);
        }

        return wrong.Count > 0 ? wrong : await ProblemsWithDatabaseAsync(service, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ProblemsWithDatabaseAsync(WebApplication service, CancellationToken cancellationToken)
    {
        var contexts = service.Services.GetRequiredService<IDbContextFactory<ConnectDb>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            return ["The database of the Storage settings is not there, or is empty; restore the backup into it first (docs/backup.md)."];
        }

        return service.Configuration["erased"] is not null
            && await service.Services.GetRequiredService<ErasedSince>().ProblemAsync(cancellationToken) is { } problem ? [problem] : [];
    }

    // Null when it can't be read; without the setting, anything that was due by now may have been done.
    private static Instant? LastRan(WebApplication service) => service.Configuration["last-ran"] is not { } text ? Instant.MaxValue
        : OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value.ToInstant() : null;
}
