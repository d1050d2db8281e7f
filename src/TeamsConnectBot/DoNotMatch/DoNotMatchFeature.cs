using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.DoNotMatch;

internal static class DoNotMatchFeature
{
    public static IServiceCollection AddDoNotMatch(this IServiceCollection services) => services
        .AddSingleton<DoNotMatchList>().AddSingleton<DoNotMatchReplies>()
        .AddSingleton<ChatCommand, DoNotMatchCommand>().AddSingleton<CardActionHandler, DoNotMatchAction>()
        .AddDoNotMatchPersonalData();
}
