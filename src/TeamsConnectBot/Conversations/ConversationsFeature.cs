using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.Conversations;

internal static class ConversationsFeature
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<IActivityLedger, ActivityLedger>()
        .AddSingleton<ActionRouter>()
        .AddCommandRouter<ChatCommand, ChatTurn>()
        .AddSingleton<Replies>()
        .AddSingleton<HelpOverview>();

    /// <summary>Adds the router of the commands for one kind of place.</summary>
    public static IServiceCollection AddCommandRouter<TCommand, TTurn>(this IServiceCollection services)
        where TCommand : Command<TTurn>
        where TTurn : CommandTurn => services.AddSingleton(
            provider => ActivatorUtilities.CreateInstance<CommandRouter<TTurn>>(provider, provider.GetServices<TCommand>()));
}
