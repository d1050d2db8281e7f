using TeamsConnectBot.Admin.Figures;
using TeamsConnectBot.Bot;
using TeamsConnectBot.Commands;

namespace TeamsConnectBot.CheckIns;

internal static class CheckInsFeature
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<CheckInBatches>()
            .AddSingleton<CheckInBook>()
            .AddSingleton<CheckInFigures>()
            .AddSingleton<CardAction, CheckInAction>();

        // Where nothing is shown nothing is asked.
        return configuration.GetSection(FiguresOptions.Section).Get<FiguresOptions>() is { Enabled: false }
            ? services
            : services.AddSingleton<ChatCommand, CheckInCommand>();
    }
}
