using TeamsConnectBot.Bot;
using TeamsConnectBot.Commands;

namespace TeamsConnectBot.CheckIns;

internal static class CheckInsFeature
{
    public static IServiceCollection AddCheckIns(this IServiceCollection services) => services
        .AddSingleton<CheckInBatches>()
        .AddSingleton<CheckInBook>()
        .AddSingleton<CheckInFigures>()
        .AddSingleton<ChatCommand, CheckInCommand>()
        .AddSingleton<CardAction, CheckInAction>();
}
