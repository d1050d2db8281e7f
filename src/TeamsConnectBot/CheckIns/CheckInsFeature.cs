using TeamsConnectBot.Conversations;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.CheckIns;

internal static class CheckInsFeature
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CheckInFigures>().AddCheckInPersonalData();

        // Where figures are never shown, nothing is asked or counted.
        return configuration.GetSection(FiguresOptions.Section).Get<FiguresOptions>() is { Enabled: false }
            ? services
            : services
                .AddSingleton<CheckInBatches>().AddSingleton<CheckInBook>()
                .AddSingleton<ChatCommand, CheckInCommand>().AddSingleton<CardActionHandler, CheckInAction>();
    }
}
