using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>Brings the scheduler in line with the jobs that the features registered, before the scheduler starts.</summary>
internal sealed class RecurringJobs(
    ISchedulerFactory schedulers, IEnumerable<RecurringJob> jobs, SweepRequests requests, StuckTriggers stuck, TimeProvider clock)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in jobs)
        {
            await (job.Schedule is { } schedule
                ? EnsureAsync(scheduler, job, schedule, cancellationToken)
                : scheduler.DeleteJob(job.Job.Key, cancellationToken).AsTask());
        }

        await stuck.ResetAsync(scheduler, cancellationToken);
        await requests.SweepAllAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A trigger whose schedule has not changed is left alone: a replaced trigger would skip what it missed while the service was down,
    // such as a round.
    private async Task EnsureAsync(IScheduler scheduler, RecurringJob job, IScheduleBuilder schedule, CancellationToken cancellationToken)
    {
        var key = job.Job.Key;
        var trigger = TriggerBuilder.Create(clock).WithIdentity(key.Name, key.Group).ForJob(key).WithExecutionGroup(job.ExecutionGroup)
            .StartAt(clock.GetUtcNow()).WithSchedule(schedule).Build();
        var kept = await scheduler.GetTrigger(trigger.Key, cancellationToken);
        if (kept is not null && HasSameSchedule(kept, trigger))
        {
            await scheduler.AddJob(job.Job, AddJobOptions.Replacing, cancellationToken);
            return;
        }

        await scheduler.ScheduleJob(job.Job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static bool HasSameSchedule(ITrigger kept, ITrigger wanted) => (kept, wanted) switch
    {
        (ICronTrigger a, ICronTrigger b) => a.CronExpressionString == b.CronExpressionString && a.TimeZone.Id == b.TimeZone.Id,
        (ISimpleTrigger a, ISimpleTrigger b) => a.RepeatInterval == b.RepeatInterval,
        _ => false,
    };
}
