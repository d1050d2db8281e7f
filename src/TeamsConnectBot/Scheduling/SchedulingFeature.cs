using Microsoft.Extensions.Options;
using Quartz;
using TeamsConnectBot.Data;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Scheduling;

internal static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
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
        services.AddSingleton<Standstill>();
        services.AddSweepStep<DueTaskRunner>(SweepPhase.Tasks, (tasks, shard, cancellationToken) => tasks.RunDueAsync(shard, cancellationToken));
        services.AddJob<DueSweepJob>();

        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        foreach (var sweep in SweepKeys.Of(storage))
        {
            services.AddSingleton(provider => new RecurringJob(
                RecurringJobRegistration.JobOf<DueSweepJob>(sweep),
                Schedules.Every(provider.GetRequiredService<IOptions<EngineOptions>>().Value.SweepEvery),
                SweepKeys.ExecutionGroup));
        }

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
