using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Does everything that is due in a shard: tasks first, since they make messages, then messages, then edits of old cards.
/// Nobody else works on the shard meanwhile, so what is halfway when it starts was left so by a process that ended.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DueSweepJob(
    SweepKeys sweeps, ShardLocks locks, ShardShare share, SweepTriggers triggers, SweepRequests requests, WorkInFlight work, NextSweep next,
    IEnumerable<SweepStep> steps, ServiceMetrics metrics, IHostApplicationLifetime lifetime) : IJob
{
    private static readonly TimeSpan UntilOtherEnds = TimeSpan.FromSeconds(3);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var sweep = context.JobDetail.Key;
        var shard = sweeps.ShardOf(sweep);
        await using var taken = await locks.TryTakeAsync(shard, cancellationToken);
        if (taken is null)
        {
            await triggers.RunAsync(sweep, UntilOtherEnds, cancellationToken);
            return;
        }

        using var part = share.Begin();
        using var trace = ServiceMetrics.Source.StartActivity("Sweep");
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            if (!await SweepAsync(shard, stop.Token))
            {
                await triggers.RunAsync(sweep, cancellationToken);
            }

            await triggers.PlanAsync(sweep, (await next.FindAsync(shard, cancellationToken))?.ToDateTimeOffset(), cancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whatever is left is due, and the sweep of the next start or of another process finds it.
        }
        finally
        {
            metrics.SweepEnded(TimeProvider.System.GetElapsedTime(started));
        }
    }

    /// <returns>False when something is left for another process.</returns>
    private async Task<bool> SweepAsync(int? shard, CancellationToken stop)
    {
        var ordered = steps.OrderBy(step => step.Phase).ToList();
        foreach (var step in ordered.Where(step => step.Phase == SweepPhase.Recover))
        {
            await step.RunAsync(shard, stop);
        }

        bool progress;
        do
        {
            progress = false;
            foreach (var step in ordered.Where(step => step.Phase != SweepPhase.Recover))
            {
                progress |= await step.RunAsync(shard, stop);
            }

            if (progress && sweeps.IsSharded)
            {
                // What was done may have written rows of other shards: a round's invitations are of all.
                await requests.SweepSoonAsync(stop);
            }
        }
        while (progress && !share.IsExceeded);
        return !progress;
    }
}
