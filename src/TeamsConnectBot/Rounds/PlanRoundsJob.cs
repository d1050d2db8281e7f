using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Ensures every night that each pool's next round is planned. A round normally plans the next one itself, but not if its job failed until
/// the scheduler stopped retrying, or was planned by a process of another version.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PlanRoundsJob(PoolCatalogue pools, RoundTimetable timetable, StuckTriggers stuck, WorkInFlight work) : IJob
{
    public static JobKey Key { get; } = new("plan-rounds");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await stuck.ResetAsync(context.Scheduler, cancellationToken);
        foreach (var pool in pools.All)
        {
            await timetable.EnsureAsync(context.Scheduler, pool, cancellationToken);
        }
    }
}
