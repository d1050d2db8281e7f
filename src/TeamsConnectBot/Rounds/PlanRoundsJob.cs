using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Sees to it, every night, that each pool's next round is planned. A round plans the next one itself; where its job failed for so
/// long that the scheduler gave up, or was planned by a process of another version, nothing else would before the next start.
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
