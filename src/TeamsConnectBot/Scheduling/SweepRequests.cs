using System.Collections.Concurrent;
using NodaTime;
using TeamsConnectBot.Telemetry;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Asks for a sweep now, of those shards that have something to do, and plans one for what was written for later. Requests
/// made before one is written are one request.
/// </summary>
internal sealed class SweepRequests(SweepKeys sweeps, SweepTriggers triggers, NextSweep next, TimeProvider clock, WorkInFlight work) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1);
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<int, Instant> planned = new();
    private Task? waiting;

    public Task SweepSoonAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            waiting ??= AskInTurnAsync();
            return waiting.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sweeps everything, whatever the rows say: a process that ended may have left something halfway.</summary>
    public async Task SweepAllAsync(CancellationToken cancellationToken)
    {
        foreach (var sweep in sweeps.All)
        {
            await triggers.RunAsync(sweep, cancellationToken);
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task AskInTurnAsync()
    {
        using var item = work.Begin();

        // Not before the task itself is kept as the one waiting.
        await Task.Yield();
        await writing.WaitAsync();
        try
        {
            // Who asks from here on may have written what this request doesn't see any more.
            lock (gate)
            {
                waiting = null;
            }

            await AskAsync();
        }
        finally
        {
            writing.Release();
        }
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
                // Every sweep plans the next from the rows, so what was planned here once is planned until it is done.
                await triggers.PlanAsync(sweeps.Of(shard), due.ToDateTimeOffset(), CancellationToken.None);
                planned[shard] = due;
            }
        }
    }
}
