using TeamsConnectBot.Conversations;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Privacy;

internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<ConsentBook>()
        .AddSingleton<Participation>()
        .AddSingleton<SelfReports>()
        .AddSingleton<Departures>()
        .AddSingleton<DirectoryLook>()
        .AddSingleton<WelcomeMemory>()
        .AddSingleton<ErasureCount>()
        .AddSingleton<Retention>()
        .AddSingleton<ChatCommand, AiWeekCommand>()
        .AddSingleton<ChatCommand, MyDataCommand>()
        .AddSingleton<ChatCommand, StopCommand>()
        .AddSingleton<ChatCommand, ForgetCommand>()
        .AddSingleton<CardAction, JoinAction>()
        .AddSingleton<CardAction, SelfReportAction>()
        .AddSingleton<CardAction, MyDataAction>()
        .AddSingleton<CardAction, ForgetAction>()

        // Whoever left the organisation.
        .AddRecurringJob<DirectoryLookJob>(DirectoryLookJob.Key, _ => Schedules.Cron("0 15 3 * * ?"))

        // Everything past its keeping time, at night.
        .AddRecurringJob<RetentionJob>(RetentionJob.Key, _ => Schedules.Cron("0 30 3 * * ?"));
}
