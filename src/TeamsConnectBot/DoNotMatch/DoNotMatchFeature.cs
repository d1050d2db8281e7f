using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.DoNotMatch;

internal static class DoNotMatchFeature
{
    public static IServiceCollection AddDoNotMatch(this IServiceCollection services) => services
        .AddSingleton<NotWithBook>()
        .AddSingleton<NotWithTalk>()
        .AddSingleton<ChatCommand, NotWithCommand>()
        .AddSingleton<CardAction, NotWithAction>();
}
