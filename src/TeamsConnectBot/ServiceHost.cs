using TeamsConnectBot.Admin;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Bot;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.Figures;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Health;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Operations;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rituals;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Status;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot;

/// <summary>Puts the service together: one Add and one Map a feature.</summary>
public static class ServiceHost
{
    // Settings are validated and read at the start, so watching their files would only cost time and file handles.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    /// <param name="args">Settings as on the command line, such as <c>--Storage:File=connect.db</c>.</param>
    /// <param name="adapt">Changes made from outside before the service is built, such as another clock.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adapt = null)
    {
        var builder = WebApplication.CreateBuilder([NoReload, .. args]);
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
        var services = builder.Services;
        var configuration = builder.Configuration;

        // Less than hosts wait before they kill.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddSingleton(TimeProvider.System);
        services.AddClouds(configuration);
        services.AddTelemetry(configuration);
        services.AddData(configuration);
        services.AddGraph(configuration.GetSection(GraphOptions.Section));
        services.AddCards();
        services.AddRoles(configuration);
        services.AddAudit();
        services.AddOrganisation(configuration);
        services.AddHolidays(configuration);
        services.AddPools(configuration);
        services.AddTopics();
        services.AddRules();
        services.AddSignals(configuration);
        services.AddDelivery();
        services.AddConversations();
        services.AddFigures(configuration);
        services.AddParticipants();
        services.AddDoNotMatch();
        services.AddMeetings();
        services.AddRounds();
        services.AddFirstUse(configuration);
        services.AddDryRuns();
        services.AddRituals(configuration);
        services.AddPrivacy();
        services.AddHelpRequests();
        services.AddCheckIns(configuration);
        services.AddScheduling(configuration);
        services.AddBot(configuration);
        services.AddStatus();
        services.AddOperations();
        services.AddAdmin(configuration);
        services.AddHealth();
        adapt?.Invoke(builder);
        services.AddSharedClock();

        var app = builder.Build();
        app.MapConversations();
        app.MapInteractions();
        app.MapAdmin();
        app.MapHealth();
        return app;
    }
}
