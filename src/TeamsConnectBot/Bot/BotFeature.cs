using Microsoft.Bot.Builder;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;

namespace TeamsConnectBot.Bot;

internal static class BotFeature
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new LateTexts(locale => Texts.For(locale).State.Working, locale => Texts.For(locale).State.Failed))
        .AddBotFramework(configuration.GetSection(BotOptions.Section))
        .AddTransient<IBot, ConnectBot>()
        .AddHostedService<WarmUp>()
        .AddSingleton<Arrivals>()
        .AddSingleton<PersonalLeavers>()
        .AddSingleton<CardActionHandler, HelpAction>()
        .AddSingleton<CardActionHandler, SayAction>()
        .AddSingleton<FileConsents>()
        .AddSingleton<OwnChat>()
        .AddSingleton<SpokenAnswers>()
        .AddSingleton<NearMisses>()
        .AddSingleton<ChatCommand, HelpCommand>();

    public static void MapConversations(this IEndpointRouteBuilder endpoints) => endpoints.MapBot(MessagingEndpoint.Path);
}
