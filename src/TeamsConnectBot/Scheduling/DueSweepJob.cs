using Quartz;
using TeamsConnectBot.Telemetry;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Does everything that is due in a shard: tasks first, since they plan messages, then messages, then edits of old cards. No other sweep
/// works on the shard meanwhile, so a row that is 'sending' when this one starts was left so by a process that died.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DueSweepJob(
    SweepKeys sweeps, ShardLocks locks, ShardShare share, SweepTriggers triggers, SweepRequests requests, WorkInFlight work, NextSweep next,
    IEnumerable<SweepStep> steps, ServiceMetrics metrics, IHostApplicationLifetime lifetime) : IJob
{
    private static readonly TimeSpan RetryWhileLocked = TimeSpan.FromSeconds(3);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var item = work.Begin();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var sweep = context.JobDetail.Key;
        var shard = sweeps.ShardOf(sweep);
        await using var taken = await locks.TryTakeAsync(shard, cancellationToken);
        if (taken is null)
        {
            await triggers.RunAsync(sweep, RetryWhileLocked, cancellationToken);
            return;
        }

        share.Begin();
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
            // The rest is still due; the sweep after the restart, or of another process, does it.
        }
        finally
        {
            share.End();
            metrics.SweepEnded(TimeProvider.System.GetElapsedTime(started));
        }
    }

    /// <returns>False when work is left for another process.</returns>
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
                // This may have planned work in other shards: the invitations of a round are spread over all of them.
                await requests.SweepSoonAsync(stop);
            }
        }
        while (progress && !share.IsExceeded);
        return !progress;
    }
}
