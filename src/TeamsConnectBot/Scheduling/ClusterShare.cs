using Microsoft.Extensions.Options;
using Quartz;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Divides the app's rate limit at Teams and the shards among the live processes, and corrects this process's clock by the database's.
/// </summary>
internal sealed partial class ClusterShare(
    ISchedulerFactory schedulers, TeamsConnector connector, SweepRequests requests, ShardShare share, DatabaseTime time,
    IOptions<StorageOptions> storage, ILogger<ClusterShare> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!storage.Value.IsPostgres)
        {
            return;
        }

        var nodes = 0;
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        do
        {
            nodes = await ShareAsync(nodes, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> ShareAsync(int before, CancellationToken cancellationToken)
    {
        try
        {
            await time.FollowAsync(cancellationToken);
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var alive = Math.Max(1, (await scheduler.QueryClusterNodes(cancellationToken)).Count(node => node.State != ClusterNodeState.Failed));
            if (alive == before)
            {
                return alive;
            }

            connector.ShareLimitAmong(alive);
            var shards = (Shard.Count + alive - 1) / alive;
            await scheduler.SetExecutionLimits(ExecutionLimitsBuilder.Create().ForGroup(SweepKeys.ExecutionGroup, shards).Build(), cancellationToken);
            share.Set(shards);
            Log.Shared(logger, alive, shards);
            if (alive < before)
            {
                // The dead process's shards are orphaned.
                await requests.SweepAllAsync(cancellationToken);
            }

            return alive;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is unavailable; the shares stay as they were.
            return before;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Nodes} processes share the work; this one works on up to {Shards} shards at once")]
        public static partial void Shared(ILogger logger, int nodes, int shards);
    }
}
