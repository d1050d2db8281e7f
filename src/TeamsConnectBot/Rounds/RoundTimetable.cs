using NodaTime;
using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Keeps one trigger a pool: for its next round, reckoned with NodaTime. The scheduler's own cron triggers go by the system's zones,
/// which may be older and an hour off.
/// </summary>
internal sealed class RoundTimetable(TimeProvider clock)
{
    /// <summary>
    /// Plans a pool's next round, unless it is planned. One whose time passed while the service was down is left as it is: it is held
    /// now, and plans the next itself.
    /// </summary>
    public async Task EnsureAsync(IScheduler scheduler, PoolOptions pool, CancellationToken cancellationToken)
    {
        var kept = await scheduler.GetTrigger(KeyOf(pool), cancellationToken);
        if (kept?.NextFireTimeUtc is { } at && IsOf(pool, kept) && (kept.Description == Written(pool) || at <= clock.GetUtcNow()))
        {
            return;
        }

        await PlanNextAsync(scheduler, pool, cancellationToken);
    }

    public async Task PlanNextAsync(IScheduler scheduler, PoolOptions pool, CancellationToken cancellationToken)
    {
        if (RoundStarts.Next(pool, clock.GetCurrentInstant()) is not { } next)
        {
            // A list of years that is over.
            await scheduler.UnscheduleJob(KeyOf(pool), cancellationToken);
            return;
        }

        var trigger = TriggerBuilder.Create(clock).WithIdentity(KeyOf(pool)).ForJob(RoundJob.KeyOf(pool.Id)).WithDescription(Written(pool))
            .StartAt(next.ToDateTimeOffset())
            .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static TriggerKey KeyOf(PoolOptions pool) => new(RoundJob.KeyOf(pool.Id).Name, RoundJob.KeyOf(pool.Id).Group);

    // The second is a trigger from before the service reckoned itself.
    private static bool IsOf(PoolOptions pool, ITrigger trigger) =>
        trigger.Description?.StartsWith(Schedule(pool), StringComparison.Ordinal) == true
        || (trigger is ICronTrigger cron && cron.CronExpressionString == pool.RoundCron && cron.TimeZone.Id == pool.Zone);

    // With the zones' version, so that new rules for a zone move what is planned.
    private static string Written(PoolOptions pool) => Schedule(pool) + DateTimeZoneProviders.Tzdb.VersionId;

    private static string Schedule(PoolOptions pool) => $"{pool.RoundCron} | {pool.Zone} | ";
}
