using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Chat;
using TeamsConnectBot.Connections;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Bot;

internal static class BotFeature
{
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IActivityLedger, ActivityLedger>()
        .AddSingleton(new WorkingOnIt(locale => Texts.For(locale).State.Working))
        .AddBotFramework(configuration.GetSection(BotOptions.Section))
        .AddSingleton<IBotFrameworkHttpAdapter, ConnectAdapter>()
        .AddTransient<IBot, ConnectBot>()
        .AddHostedService<WarmUp>()
        .AddSingleton<Arrivals>()
        .AddSingleton<PersonalLeavers>()
        .AddSingleton<ActionRouter>()
        .AddSingleton<CardAction, JoinAction>()
        .AddSingleton<CardAction, InvitationAction>()
        .AddSingleton<CardAction, ConnectionAction>()
        .AddSingleton<CardAction, AfterwardsAction>()
        .AddSingleton<CardAction, SelfReportAction>()
        .AddSingleton<CardAction, PauseAction>()
        .AddSingleton<CardAction, CoffeeAction>()
        .AddSingleton<CardAction, UseVoteAction>()
        .AddSingleton<CardAction, HelpAction>()
        .AddSingleton<CardAction, SayAction>()
        .AddSingleton<CardAction, NotWithAction>()
        .AddSingleton<CardAction, MyDataAction>()
        .AddSingleton<CardAction, ForgetAction>();

    public static void MapConversations(this IEndpointRouteBuilder endpoints) => endpoints.MapBot("/api/messages");
}
