using Quartz;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Rounds;

/// <summary>Starts a pool's round, or goes on with one that was interrupted, and plans the next.</summary>
[DisallowConcurrentExecution]
internal sealed class RoundJob(PoolCatalogue pools, RoundStart rounds, RoundTimetable timetable, WorkInFlight work) : IJob
{
    private const string Group = "rounds";

    public static JobKey KeyOf(string poolId) => new(poolId, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();

        // Of a pool that was taken out of the settings no round is held, and none planned.
        if (pools.All.FirstOrDefault(pool => pool.Id == context.JobDetail.Key.Name) is { } pool)
        {
            await rounds.StartAsync(pool, cancellationToken);
            await timetable.PlanNextAsync(context.Scheduler, pool, cancellationToken);
        }
    }
}
