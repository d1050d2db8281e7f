namespace TeamsConnectBot.Figures;

internal static class FiguresFeature
{
    public static IServiceCollection AddFigures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FiguresOptions>().Bind(configuration.GetSection(FiguresOptions.Section)).ValidateOnStart();
        return services.AddSingleton<FigurePublisher>().AddSingleton<FigureStore>();
    }
}
