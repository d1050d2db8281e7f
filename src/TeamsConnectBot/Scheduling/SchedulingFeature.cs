using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Scheduling;

internal static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SchedulingOptions>().Bind(configuration.GetSection(SchedulingOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WorkInFlight>().AddSingleton<Standstill>()
            .AddSingleton<SweepKeys>().AddSingleton<SweepTriggers>().AddSingleton<SweepRequests>().AddSingleton<NextSweep>()
            .AddSingleton<ShardLocks>().AddSingleton<ShardShare>()
            .AddSingleton<DueTasks>().AddSingleton<DueTaskRunner>().AddSingleton<GraphCircuitBreaker>()
            .AddSweepStep<DueTaskRunner>(SweepPhase.Tasks, (tasks, shard, cancellationToken) => tasks.RunDueAsync(shard, cancellationToken))
            .AddJob<DueSweepJob>();

        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        foreach (var sweep in SweepKeys.Of(storage))
        {
            services.AddSingleton(provider => new RecurringJob(
                RecurringJobRegistration.JobOf<DueSweepJob>(sweep),
                Schedules.Every(provider.GetRequiredService<IOptions<SchedulingOptions>>().Value.SweepEvery),
                SweepKeys.ExecutionGroup));
        }

        services.AddQuartz(quartz => SchedulerSettings.Apply(quartz, storage));

        // Registered before the scheduler, which would otherwise start with triggers of schedules that no longer exist.
        services.AddSingleton<StuckTriggers>();
        services.AddHostedService<RecurringJobs>();
        services.AddHostedService<ClusterShare>();
        services.AddQuartzHostedService(hosted =>
        {
            hosted.WaitForJobsToComplete = true;

            // Otherwise a scheduler that can't start is only logged, and the service answers clicks but never sends a card. This way
            // the process fails to start, and its host restarts it.
            hosted.AwaitApplicationStarted = false;
        });
        return services;
    }
}
