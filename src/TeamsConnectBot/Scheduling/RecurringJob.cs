using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>A job that a feature runs on a schedule.</summary>
/// <param name="Schedule">Null when the settings switch the job off; then its earlier schedule is deleted.</param>
internal sealed record RecurringJob(IJobDetail Job, IScheduleBuilder? Schedule, string? ExecutionGroup = null);

internal static class RecurringJobRegistration
{
    /// <summary>Registers a job and its schedule, which is null when the settings switch the job off.</summary>
    public static IServiceCollection AddRecurringJob<TJob>(
        this IServiceCollection services, JobKey key, Func<IServiceProvider, IScheduleBuilder?> schedule)
        where TJob : class, IJob => services
            .AddJob<TJob>()
            .AddSingleton(provider => new RecurringJob(JobOf<TJob>(key), schedule(provider)));

    /// <summary>Registers a job class. The scheduler creates jobs itself, but this way a missing dependency is found at start.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddScoped<TJob>();

    public static IJobDetail JobOf<TJob>(JobKey key)
        where TJob : IJob => JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();
}
