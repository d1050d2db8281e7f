using Quartz;
using TeamsConnectBot.Engine;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>Starts a pool's round, or goes on with one that was interrupted.</summary>
[DisallowConcurrentExecution]
internal sealed class RoundJob(PoolCatalogue pools, RoundStart rounds, WorkInFlight work) : IJob
{
    private const string Group = "rounds";

    public static JobKey KeyOf(string poolId) => new(poolId, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        await rounds.StartAsync(pools.Find(context.JobDetail.Key.Name), cancellationToken);
    }
}
