using Quartz;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Does everything that is due in a shard: tasks first, since they plan messages, then messages, then edits of old cards. No other sweep
/// works on the shard meanwhile, so a row that is 'sending' when this one starts was left so by a process that died.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DueSweepJob(
    SweepKeys sweeps, ShardLocks locks, ShardShare share, SweepTriggers triggers, SweepRequests requests, WorkInFlight work, NextSweep next,
    IEnumerable<SweepStep> steps, ServiceMetrics metrics, TimeProvider clock, IHostApplicationLifetime lifetime) : IJob
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
            if (sweeps.IsSharded && context.RetryAttempt > 0)
            {
                // The attempt before may have planned work in other shards and failed before it asked for their sweeps. After a crash,
                // every shard is swept anyway.
                await requests.SweepSoonAsync(stop.Token);
            }

            var (isDone, due) = await SweepAsync(shard, stop.Token);
            if (!isDone)
            {
                await triggers.RunAsync(sweep, cancellationToken);
            }

            await triggers.PlanAsync(sweep, due.Next?.ToDateTimeOffset(), cancellationToken);
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

    /// <returns>Not done when work is left for another process; and what is due from here on.</returns>
    private async Task<(bool IsDone, DueWork Due)> SweepAsync(int? shard, CancellationToken stop)
    {
        var ordered = steps.OrderBy(step => step.Phase).ToList();
        var due = await next.FindAsync(shard, stop);
        if (due.WasInterrupted)
        {
            foreach (var step in ordered.Where(step => step.Phase == SweepPhase.Recover))
            {
                await step.RunAsync(shard, stop);
            }

            due = await next.FindAsync(shard, stop);
        }

        while (IsAnythingDue(due))
        {
            var progress = await RunAsync(ordered, due, shard, stop);
            if (progress && sweeps.IsSharded)
            {
                // This may have planned work in other shards: the invitations of a round are spread over all of them.
                await requests.SweepSoonAsync(stop);
            }

            due = await next.FindAsync(shard, stop);
            if (!progress)
            {
                break;
            }

            if (share.IsExceeded)
            {
                return (false, due);
            }
        }

        return (true, due);
    }

    /// <returns>Whether there was anything to do.</returns>
    private async Task<bool> RunAsync(IEnumerable<SweepStep> ordered, DueWork due, int? shard, CancellationToken stop)
    {
        var (progress, now) = (false, clock.GetCurrentInstant());
        foreach (var step in ordered.Where(step => step.Phase != SweepPhase.Recover))
        {
            // Whatever was done may have planned work for the steps after it.
            if (progress || due.IsDue(step.Phase, now))
            {
                progress |= await step.RunAsync(shard, stop);
            }
        }

        return progress;
    }

    private bool IsAnythingDue(DueWork due) => due.Next <= clock.GetCurrentInstant();
}
