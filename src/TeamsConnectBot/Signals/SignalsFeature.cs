namespace TeamsConnectBot.Signals;

internal static class SignalsFeature
{
    public static IServiceCollection AddSignals(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignalsOptions>().Bind(configuration.GetSection(SignalsOptions.Section)).ValidateOnStart();
        services.AddSingleton<ReportedDays>();
        return services;
    }
}
