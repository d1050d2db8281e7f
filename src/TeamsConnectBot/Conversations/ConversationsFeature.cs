using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.Conversations;

internal static class ConversationsFeature
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<IActivityLedger, ActivityLedger>()
        .AddSingleton<ActionRouter>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<HelpOverview>();
}
