using Microsoft.Extensions.Options;
using Quartz;
using TeamsConnectBot.Connections;
using TeamsConnectBot.Figures;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Privacy;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>Everything that happens again and again, and when.</summary>
internal sealed partial class RecurringJobs(
    ISchedulerFactory schedulers, SweepKeys sweeps, SweepRequests requests, IOptions<EngineOptions> engine, IOptions<SignalsOptions> signals,
    IOptions<FirstUseOptions> firstUse, InteractionWatches watches, PoolCatalogue pools, RoundTimetable timetable, StuckTriggers stuck,
    TimeProvider clock, ILogger<RecurringJobs> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);

        // What is due: messages to send, rounds to settle, events to make.
        foreach (var sweep in sweeps.All)
        {
            await EnsureAsync<DueSweepJob>(scheduler, sweep, Every(engine.Value.SweepEvery), cancellationToken, SweepKeys.ExecutionGroup);
        }

        // Declined, moved and deleted events.
        await EnsureAsync<EventWatchJob>(scheduler, EventWatchJob.Key, Every(engine.Value.WatchEventsEvery), cancellationToken);

        // Whoever left the organisation.
        await EnsureAsync<DirectoryLookJob>(scheduler, DirectoryLookJob.Key, Cron("0 15 3 * * ?"), cancellationToken);

        // Everything past its keeping time, at night.
        await EnsureAsync<RetentionJob>(scheduler, RetentionJob.Key, Cron("0 30 3 * * ?"), cancellationToken);

        // Counts over the weeks that are closed, after the clean-up.
        await EnsureAsync<FiguresJob>(scheduler, FiguresJob.Key, Cron("0 0 4 * * ?"), cancellationToken);

        // A vote on first use is counted in the hour it closes, where there can be one.
        if (firstUse.Value.Body == FirstUseBody.Vote)
        {
            await EnsureAsync<VoteJob>(scheduler, VoteJob.Key, Cron("0 0 * * * ?"), cancellationToken);
        }
        else
        {
            await scheduler.DeleteJob(VoteJob.Key, cancellationToken);
        }

        // The daily report on AI use, only where the organisation switched it on.
        if (signals.Value.CopilotReport)
        {
            await EnsureAsync<UsageReportJob>(scheduler, UsageReportJob.Key, Cron("0 0 5 * * ?"), cancellationToken);
        }
        else
        {
            await scheduler.DeleteJob(UsageReportJob.Key, cancellationToken);
        }

        // Subscriptions for those who allow it, only where the organisation switched them on.
        if (signals.Value.CopilotNotifications)
        {
            await EnsureAsync<InteractionWatchJob>(scheduler, InteractionWatchJob.Key, Cron("0 20 * * * ?"), cancellationToken);
        }
        else
        {
            await scheduler.DeleteJob(InteractionWatchJob.Key, cancellationToken);
            await watches.EndAllAsync(cancellationToken);
        }

        // One round a pool, when the pool says.
        foreach (var pool in pools.All)
        {
            await scheduler.AddJob(JobOf<RoundJob>(RoundJob.KeyOf(pool.Id)), AddJobOptions.Replacing, cancellationToken);
            await timetable.EnsureAsync(scheduler, pool, cancellationToken);
            if (RoundOutlook.Of(pool, clock.GetCurrentInstant()).Warning(pool) is { } warning)
            {
                Log.LittleRoom(logger, pool.Id, warning);
            }
        }

        // Rounds that lost their place in the timetable.
        await EnsureAsync<PlanRoundsJob>(scheduler, PlanRoundsJob.Key, Cron("0 45 3 * * ?"), cancellationToken);

        await stuck.ResetAsync(scheduler, cancellationToken);

        await requests.SweepAllAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static SimpleScheduleBuilder Every(TimeSpan interval) =>
        SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount);

    // In UTC only: other zones are reckoned with NodaTime.
    private static CronScheduleBuilder Cron(string expression) =>
        CronScheduleBuilder.Create(expression).InTimeZone(TimeZoneInfo.Utc)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed);

    private static IJobDetail JobOf<TJob>(JobKey key)
        where TJob : IJob => JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();

    // A trigger whose schedule has not changed is left alone: replacing it would forget the time that passed while the
    // service was down, and with it a round.
    private async Task EnsureAsync<TJob>(
        IScheduler scheduler, JobKey key, IScheduleBuilder schedule, CancellationToken cancellationToken, string? executionGroup = null)
        where TJob : IJob
    {
        var job = JobOf<TJob>(key);
        var trigger = TriggerBuilder.Create(clock).WithIdentity(key.Name, key.Group).ForJob(key).WithExecutionGroup(executionGroup)
            .StartAt(clock.GetUtcNow()).WithSchedule(schedule).Build();
        var kept = await scheduler.GetTrigger(trigger.Key, cancellationToken);
        if (kept is not null && HasSameSchedule(kept, trigger))
        {
            await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
            return;
        }

        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static bool HasSameSchedule(ITrigger kept, ITrigger wanted) => (kept, wanted) switch
    {
        (ICronTrigger a, ICronTrigger b) => a.CronExpressionString == b.CronExpressionString && a.TimeZone.Id == b.TimeZone.Id,
        (ISimpleTrigger a, ISimpleTrigger b) => a.RepeatInterval == b.RepeatInterval,
        _ => false,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Pool {Pool}: {Warning}")]
        public static partial void LittleRoom(ILogger logger, string pool, string warning);
    }
}
