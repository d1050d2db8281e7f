using TeamsConnectBot.Conversations;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy.Welcomes;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Privacy;

internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddDataCategories(DataCategories.Core)
        .AddCorePersonalData()
        .AddSingleton<ConsentBook>().AddSingleton<SourceReversal>().AddSingleton<Participation>().AddSingleton<SelfReports>()
        .AddSingleton<MyData>().AddSingleton<MyDataFiles>()
        .AddSingleton<PersonErasure>().AddSingleton<ErasureCount>().AddSingleton<WelcomeMemory>()
        .AddHostedService<WelcomeKey>()
        .AddSingleton<DirectoryCheck>().AddSingleton<Retention>()
        .AddSingleton<ChatCommand, AiWeekCommand>().AddSingleton<ChatCommand, MyDataCommand>()
        .AddSingleton<ChatCommand, StopCommand>().AddSingleton<ChatCommand, ForgetCommand>()
        .AddSingleton<CardActionHandler, JoinAction>().AddSingleton<CardActionHandler, SelfReportAction>()
        .AddSingleton<CardActionHandler, MyDataAction>().AddSingleton<CardActionHandler, ForgetAction>()

        // Erases people who left the organisation.
        .AddRecurringJob<DirectoryCheckJob>(DirectoryCheckJob.Key, _ => Schedules.Cron("0 15 3 * * ?"))

        // Deletes what is past its retention period.
        .AddRecurringJob<RetentionJob>(RetentionJob.Key, _ => Schedules.Cron("0 30 3 * * ?"));
}
