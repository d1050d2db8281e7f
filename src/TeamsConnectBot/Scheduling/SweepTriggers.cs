using Quartz;

namespace TeamsConnectBot.Scheduling;

/// <summary>Sets the triggers of a sweep; there is at most one of each kind, so setting it again moves it.</summary>
internal sealed class SweepTriggers(ISchedulerFactory schedulers, TimeProvider clock)
{
    public Task RunAsync(JobKey sweep, CancellationToken cancellationToken) => RunAsync(sweep, TimeSpan.Zero, cancellationToken);

    public Task RunAsync(JobKey sweep, TimeSpan later, CancellationToken cancellationToken) =>
        SetAsync(sweep, SweepKeys.Now(sweep), clock.GetUtcNow() + later, cancellationToken);

    public async Task PlanAsync(JobKey sweep, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var key = SweepKeys.Next(sweep);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (at is null)
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
        }
        else if ((await scheduler.GetTrigger(key, cancellationToken))?.NextFireTimeUtc != at)
        {
            await SetAsync(sweep, key, at.Value, cancellationToken);
        }
    }

    private async Task SetAsync(JobKey sweep, TriggerKey key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create(clock).WithIdentity(key).ForJob(sweep).WithExecutionGroup(SweepKeys.ExecutionGroup).StartAt(at)
            .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }
}
