namespace TeamsConnectBot.DryRuns;

internal static class DryRunsFeature
{
    public static IServiceCollection AddDryRuns(this IServiceCollection services) => services
        .AddSingleton<Rehearsal>().AddSingleton<DryRunPermission>().AddSingleton<DryRunLedger>().AddSingleton<DryRun>();
}
