using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>A job that a feature wants run again and again.</summary>
/// <param name="Schedule">Null when the settings switch the job off; then a schedule kept from before is removed.</param>
internal sealed record RecurringJob(IJobDetail Job, IScheduleBuilder? Schedule, string? ExecutionGroup = null);

internal static class RecurringJobRegistration
{
    /// <summary>Registers a job and when it runs.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="key">Under which the scheduler keeps it.</param>
    /// <param name="schedule">When it runs; null when the settings switch it off.</param>
    public static IServiceCollection AddRecurringJob<TJob>(
        this IServiceCollection services, JobKey key, Func<IServiceProvider, IScheduleBuilder?> schedule)
        where TJob : class, IJob => services
            .AddJob<TJob>()
            .AddSingleton(provider => new RecurringJob(JobOf<TJob>(key), schedule(provider)));

    /// <summary>Registers a job class. The scheduler creates jobs itself; registered, a missing dependency is found at start.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddScoped<TJob>();

    public static IJobDetail JobOf<TJob>(JobKey key)
        where TJob : IJob => JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();
}
