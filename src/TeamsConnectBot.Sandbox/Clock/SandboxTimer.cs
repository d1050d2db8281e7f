namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>One timer on the <see cref="SandboxClock"/>.</summary>
internal sealed class SandboxTimer(SandboxClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private volatile bool disposed;

    /// <summary>The tick it fires at; null when it waits for nothing. Guarded by the clock's lock.</summary>
    internal long? Due { get; set; }

    /// <summary>Which of its entries in the clock's queue is the live one.</summary>
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
            return;
        }

        ExecutionContext.Run(context, _ => callback(state), null);
    }
}
