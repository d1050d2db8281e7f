using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rounds;

/// <summary>Starts a pool's round, or resumes an interrupted one, and plans the next.</summary>
[DisallowConcurrentExecution]
internal sealed class RoundJob(PoolCatalogue pools, RoundStart rounds, RoundTimetable timetable, WorkInFlight work) : IJob
{
    public static JobKey KeyOf(string poolId) => new(poolId, "rounds");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();

        // A pool that was removed from the settings holds no more rounds.
        if (pools.All.FirstOrDefault(pool => pool.Id == context.JobDetail.Key.Name) is { } pool)
        {
            await rounds.StartAsync(pool, cancellationToken);
            await timetable.PlanNextAsync(context.Scheduler, pool, cancellationToken);
        }
    }
}
