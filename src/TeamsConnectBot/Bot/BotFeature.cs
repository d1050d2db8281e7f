using Microsoft.Bot.Builder;
using TeamsConnectBot.Bot.Actions;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Bot;

internal static class BotFeature
{
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IActivityLedger, ActivityLedger>()
        .AddSingleton(new WorkingOnIt(locale => Texts.For(locale).State.Working))
        .AddBotFramework(configuration.GetSection(BotOptions.Section))
        .AddTransient<IBot, ConnectBot>()
        .AddHostedService<WarmUp>()
        .AddSingleton<Arrivals>()
        .AddSingleton<PersonalLeavers>()
        .AddSingleton<ActionRouter>()
        .AddSingleton<CardActionHandler, JoinAction>()
        .AddSingleton<CardActionHandler, InvitationAction>()
        .AddSingleton<CardActionHandler, ConnectionAction>()
        .AddSingleton<CardActionHandler, AfterwardsAction>()
        .AddSingleton<CardActionHandler, SelfReportAction>()
        .AddSingleton<CardActionHandler, PauseAction>()
        .AddSingleton<CardActionHandler, CoffeeAction>()
        .AddSingleton<CardActionHandler, UseVoteAction>()
        .AddSingleton<CardActionHandler, HelpAction>()
        .AddSingleton<CardActionHandler, SayAction>()
        .AddSingleton<CardActionHandler, NotWithAction>()
        .AddSingleton<CardActionHandler, MyDataAction>()
        .AddSingleton<CardActionHandler, ForgetAction>();

    public static void MapConversations(this IEndpointRouteBuilder endpoints) => endpoints.MapBot("/api/messages");
}
