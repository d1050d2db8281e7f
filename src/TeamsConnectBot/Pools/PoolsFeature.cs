namespace TeamsConnectBot.Pools;

internal static class PoolsFeature
{
    public static IServiceCollection AddPools(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProgrammeOptions>().Bind(configuration.GetSection(ProgrammeOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<ProgrammeOptions>, ProgrammeValidation>().AddSingleton<PoolCatalogue>();
    }
}
