namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>
/// The simulated clock: it stands still until it is advanced. Its timers then fire in due order, each seeing its own due time
/// as the current time. Timestamps follow the clock too, so elapsed time is consistent with it.
/// </summary>
internal sealed class SandboxClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<SandboxTimer, (long Due, long Order)> due = new();
    private long now = start.UtcTicks;
    private long offset;
    private long order;

    /// <summary>Raised after the clock has been moved.</summary>
    public event Action<DateTimeOffset>? Moved;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => At(Interlocked.Read(ref now));

    /// <summary>
    /// Simulates clock skew: changes the current time without firing timers, which still fire after the same elapsed time.
    /// </summary>
    public void Jump(TimeSpan by)
    {
        Interlocked.Add(ref offset, by.Ticks);
        Moved?.Invoke(GetUtcNow());
    }

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SandboxTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and fires the timers that fall due, on the calling thread.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves the clock to a later time and fires the timers that fall due, on the calling thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is in the past.</exception>
    public void AdvanceTo(DateTimeOffset target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, GetUtcNow());
        while (TakeDue(target.UtcTicks - Interlocked.Read(ref offset)) is { } fire)
        {
            fire();
        }

        Moved?.Invoke(target);
    }

    internal void Schedule(SandboxTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            Enqueue(timer, dueTime == Timeout.InfiniteTimeSpan ? null : now + dueTime.Ticks);
        }

        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(FireIfDue, timer, preferLocal: false);
        }
    }

    private DateTimeOffset At(long ticks) => new(ticks + Interlocked.Read(ref offset), TimeSpan.Zero);

    // A timer that is due immediately must not wait until the clock is advanced.
    private void FireIfDue(SandboxTimer timer)
    {
        lock (gate)
        {
            if (timer.Due is not { } at || at > now)
            {
                return;
            }

            Reschedule(timer, at);
        }

        timer.Fire();
    }

    private Action? TakeDue(long target)
    {
        lock (gate)
        {
            DropStale();
            if (!due.TryPeek(out var timer, out var priority) || priority.Due > target)
            {
                Interlocked.Exchange(ref now, Math.Max(now, target));
                return null;
            }

            due.Dequeue();
            Interlocked.Exchange(ref now, Math.Max(now, priority.Due));
            Reschedule(timer, priority.Due);
            return timer.Fire;
        }
    }

    private void Reschedule(SandboxTimer timer, long firedAt) =>
        Enqueue(timer, timer.Period > TimeSpan.Zero ? firedAt + timer.Period.Ticks : null);

    private void Enqueue(SandboxTimer timer, long? at)
    {
        timer.Due = at;
        if (at is { } ticks)
        {
            timer.Order = ++order;
            due.Enqueue(timer, (ticks, timer.Order));
        }
    }

    // A timer that was changed or disposed leaves a stale entry in the queue.
    private void DropStale()
    {
        while (due.TryPeek(out var timer, out var priority) && (timer.Due != priority.Due || timer.Order != priority.Order))
        {
            due.Dequeue();
        }
    }
}
