using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Pools;

internal static class PoolsFeature
{
    public static IServiceCollection AddPools(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProgrammeOptions>().Bind(configuration.GetSection(ProgrammeOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProgrammeOptions>, ProgrammeValidation>();
        services.AddSingleton<PoolCatalogue>();
        return services;
    }
}
