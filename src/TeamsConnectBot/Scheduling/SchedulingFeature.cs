using Quartz;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Data;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Scheduling;

internal static class EngineFeature
{
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection(EngineOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WorkInFlight>();
        services.AddSingleton<SweepKeys>();
        services.AddSingleton<SweepTriggers>();
        services.AddSingleton<SweepRequests>();
        services.AddSingleton<ShardLocks>();
        services.AddSingleton<ShardShare>();
        services.AddSingleton<Tasks>();
        services.AddSingleton<GraphCircuitBreaker>();
        services.AddSingleton<DueTaskRunner>();
        services.AddSingleton<NextSweep>();

        // The scheduler makes jobs itself; registered, a missing dependency is found at start and not when a job is due.
        services.AddScoped<DueSweepJob>();
        services.AddScoped<EventWatchJob>();
        services.AddScoped<RoundJob>();
        services.AddScoped<VoteJob>();
        services.AddScoped<RetentionJob>();
        services.AddScoped<UsageReportJob>();

        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        services.AddQuartz(quartz => SchedulerSettings.Apply(quartz, storage));

        // Before the scheduler starts: it would find the triggers of a schedule that is no more.
        services.AddSingleton<StuckTriggers>();
        services.AddHostedService<RecurringJobs>();
        services.AddHostedService<ClusterShare>();
        services.AddQuartzHostedService(hosted =>
        {
            hosted.WaitForJobsToComplete = true;

            // Otherwise a scheduler that can't start is only logged, and the service answers clicks but never sends a card. This way
            // the start fails, and whatever runs the process starts it again.
            hosted.AwaitApplicationStarted = false;
        });
        return services;
    }
}
