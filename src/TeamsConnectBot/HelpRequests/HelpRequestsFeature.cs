using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Asking a colleague for help without naming anybody before both said yes.</summary>
internal static class HelpRequestsFeature
{
    public static IServiceCollection AddHelpRequests(this IServiceCollection services) => services
        .AddSingleton<HelpSeeds>().AddSingleton<HelpHosts>().AddSingleton<HelpApprovals>().AddSingleton<HelpDryRun>()
        .AddSingleton<HelpGate>()
        .AddSingleton<HelpPeople>().AddSingleton<HelpWaves>().AddSingleton<HelpAsking>()
        .AddSingleton<HelpOfferClosing>().AddSingleton<QuestionMeetingRows>()
        .AddSingleton<HelpRequestEffects>().AddSingleton<HelpRequestSteps>()
        .AddSingleton<QuestionMeetings, QuestionFollower>().AddSingleton<LeaverStep, HelpLeavers>()
        .AddSingleton<HelpCards>().AddSingleton<HelpSending>().AddSingleton<AskerCalendar>()
        .AddSingleton<AskColleague>().AddSingleton<AskMeToo>()
        .AddSingleton<ChatCommand, AskCommand>().AddSingleton<ChatCommand, AskMeTooCommand>()
        .AddSingleton<MessageSource, HelpOfferMessages>().AddSingleton<MessageSource, HelpRequestMessages>()
        .AddSingleton<CardActionHandler, AskAction>().AddSingleton<CardActionHandler, AskMeTooAction>()
        .AddSingleton<CardActionHandler, HelpSendAction>().AddSingleton<CardActionHandler, HelpOfferAction>()
        .AddSingleton<CardActionHandler, HelpAfterwardsAction>()

        // A wave reads calendars; the moment that was announced does not wait for them.
        .AddDueTask<HelpAsking>(
            DueTaskKind.AskColleagues, (asking, task, cancellationToken) => asking.AskAsync(task, cancellationToken), waitsForGraph: true)
        .AddDueTask<HelpAsking>(DueTaskKind.TellAsker, (asking, task, cancellationToken) => asking.TellAsync(task, cancellationToken))
        .AddHelpRequestPersonalData();
}
