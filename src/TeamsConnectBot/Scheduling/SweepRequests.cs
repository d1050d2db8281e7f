using System.Collections.Concurrent;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Triggers a sweep now for the shards with due work, and plans one for work that is due later. Requests that arrive while one waits
/// are combined with it. A request that fails is made again until it succeeds.
/// </summary>
internal sealed class SweepRequests(
    SweepKeys sweeps, SweepTriggers triggers, NextSweep next, TimeProvider clock, WorkInFlight work, IHostApplicationLifetime lifetime)
    : IDisposable
{
    // Work goes on within ten seconds after an outage of the database.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim writing = new(1);
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<int, Instant> planned = new();
    private Task? waiting;
    private ITimer? retry;

    public Task SweepSoonAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            waiting ??= AskInTurnAsync();
            return waiting.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sweeps every shard, with due rows or without: a process that died may have left messages in doubt.</summary>
    public async Task SweepAllAsync(CancellationToken cancellationToken)
    {
        foreach (var sweep in sweeps.All)
        {
            await triggers.RunAsync(sweep, cancellationToken);
        }
    }

    public void Dispose()
    {
        retry?.Dispose();
        writing.Dispose();
    }

    private async Task AskInTurnAsync()
    {
        using var item = work.Begin();

        // Continue only after the caller has stored this task as the one that waits.
        await Task.Yield();
        await writing.WaitAsync();
        try
        {
            // Requests from here on may follow writes that this one no longer sees.
            lock (gate)
            {
                waiting = null;
            }

            await AskAsync();
        }
        catch
        {
            PlanRetry();
            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    // What is due was already planned, and would otherwise wait for the regular sweep.
    private void PlanRetry()
    {
        lock (gate)
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                retry ??= clock.CreateTimer(_ => Retry(), null, RetryDelay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Retry()
    {
        lock (gate)
        {
            retry?.Dispose();
            retry = null;
        }

        // Nobody waits for it: if it fails, it plans the next one.
        _ = SweepSoonAsync(CancellationToken.None);
    }

    private async Task AskAsync()
    {
        if (!sweeps.IsSharded)
        {
            await triggers.RunAsync(sweeps.All[0], CancellationToken.None);
            return;
        }

        var now = clock.GetCurrentInstant();
        foreach (var (shard, due) in await next.FindEachAsync(CancellationToken.None))
        {
            if (due <= now)
            {
                await triggers.RunAsync(sweeps.Of(shard), CancellationToken.None);
            }
            else if (!planned.TryGetValue(shard, out var known) || known != due)
            {
                // Every sweep plans its own successor, so what was planned here once stays planned until it is done.
                await triggers.PlanAsync(sweeps.Of(shard), due.ToDateTimeOffset(), CancellationToken.None);
                planned[shard] = due;
            }
        }
    }
}
