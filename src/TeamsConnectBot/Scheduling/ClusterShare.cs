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

    private int nodes;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!storage.Value.IsPostgres)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        do
        {
            await ShareAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ShareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await time.FollowAsync(cancellationToken);
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var known = await scheduler.QueryClusterNodes(cancellationToken);
            var alive = Math.Max(1, known.Count(node => node.State != ClusterNodeState.Failed));
            if (alive == nodes)
            {
                return;
            }

            connector.ShareLimitAmong(alive);
            var shards = (Shard.Count + alive - 1) / alive;
            var limits = ExecutionLimitsBuilder.Create().ForGroup(SweepKeys.ExecutionGroup, shards).Build();
            await scheduler.SetExecutionLimits(limits, cancellationToken);
            share.Set(shards);
            Log.Shared(logger, alive, shards);
            if (alive < nodes)
            {
                // The dead process's shards are orphaned.
                await requests.SweepAllAsync(cancellationToken);
            }

            nodes = alive;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is unavailable; the shares stay as they were.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Nodes} processes share the work; this one works on up to {Shards} shards at once")]
        public static partial void Shared(ILogger logger, int nodes, int shards);
    }
}
