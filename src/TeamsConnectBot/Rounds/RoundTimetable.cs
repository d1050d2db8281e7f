using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Keeps one trigger per pool, for its next round, calculated with NodaTime. Quartz's own cron triggers use the system's time zone data,
/// which may be outdated and an hour off.
/// </summary>
internal sealed class RoundTimetable(TimeProvider clock)
{
    /// <summary>
    /// Plans a pool's next round, unless it is already planned. A trigger that was missed during downtime is left alone: it fires now, and
    /// its round plans the next one.
    /// </summary>
    public async Task EnsureAsync(IScheduler scheduler, PoolOptions pool, CancellationToken cancellationToken)
    {
        var kept = await scheduler.GetTrigger(KeyOf(pool), cancellationToken);
        if (kept?.NextFireTimeUtc is { } at && IsFor(pool, kept) && (kept.Description == DescriptionOf(pool) || at <= clock.GetUtcNow()))
        {
            return;
        }

        await PlanNextAsync(scheduler, pool, cancellationToken);
    }

    public Task PlanNextAsync(IScheduler scheduler, PoolOptions pool, CancellationToken cancellationToken) =>
        PlanAfterAsync(scheduler, pool, clock.GetCurrentInstant(), cancellationToken);

    /// <summary>Leaves out a planned round that was due by this moment; plans the first one after it, even if that is overdue.</summary>
    public async Task SkipAsync(IScheduler scheduler, PoolOptions pool, Instant until, CancellationToken cancellationToken)
    {
        if (await scheduler.GetTrigger(KeyOf(pool), cancellationToken) is { NextFireTimeUtc: { } at } && at <= until.ToDateTimeOffset())
        {
            await PlanAfterAsync(scheduler, pool, until, cancellationToken);
        }
    }

    private async Task PlanAfterAsync(IScheduler scheduler, PoolOptions pool, Instant moment, CancellationToken cancellationToken)
    {
        if (RoundStarts.Next(pool, moment) is not { } next)
        {
            // The expression names years, and they are all in the past.
            await scheduler.UnscheduleJob(KeyOf(pool), cancellationToken);
            return;
        }

        var trigger = TriggerBuilder.Create(clock).WithIdentity(KeyOf(pool)).ForJob(RoundJob.KeyOf(pool.Id))
            .WithDescription(DescriptionOf(pool)).StartAt(next.ToDateTimeOffset())
            .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static TriggerKey KeyOf(PoolOptions pool) => new(RoundJob.KeyOf(pool.Id).Name, RoundJob.KeyOf(pool.Id).Group);

    // The cron trigger is from a version that let Quartz calculate the times.
    private static bool IsFor(PoolOptions pool, ITrigger trigger) =>
        trigger.Description?.StartsWith(Schedule(pool), StringComparison.Ordinal) == true
        || (trigger is ICronTrigger cron && cron.CronExpressionString == pool.RoundCron && cron.TimeZone.Id == pool.Zone);

    // Includes the version of the zone data, so that new zone rules reschedule the round.
    private static string DescriptionOf(PoolOptions pool) => Schedule(pool) + DateTimeZoneProviders.Tzdb.VersionId;

    private static string Schedule(PoolOptions pool) => $"{pool.RoundCron} | {pool.Zone} | ";
}
