namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>One timer on the <see cref="SandboxClock"/>.</summary>
internal sealed class SandboxTimer(SandboxClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private volatile bool disposed;

    /// <summary>The tick at which it fires; null when it isn't scheduled. Guarded by the clock's lock.</summary>
    internal long? Due { get; set; }

    /// <summary>Identifies its current entry in the clock's queue; entries with another order are stale.</summary>
    internal long Order { get; set; }

    internal TimeSpan Period { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (disposed)
        {
            return false;
        }

        Period = period;
        clock.Schedule(this, dueTime);
        return true;
    }

    public void Dispose()
    {
        disposed = true;
        Period = Timeout.InfiniteTimeSpan;
        clock.Schedule(this, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire()
    {
        if (disposed)
        {
            return;
        }

        if (context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(context, _ => callback(state), null);
        }
    }
}
