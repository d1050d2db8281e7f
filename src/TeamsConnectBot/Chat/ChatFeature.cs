using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.Chat;

internal static class ChatFeature
{
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<IActivityLedger, ActivityLedger>()
        .AddSingleton<ActionRouter>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<HelpOverview>();
}
