namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>
/// The business clock: it stands still until somebody moves it. Timers made from it fire while it moves, in the order
/// they are due, each seeing its own due time as now. Timestamps follow it too, so elapsed business time is consistent.
/// </summary>
internal sealed class SandboxClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<SandboxTimer, (long Due, long Order)> due = new();
    private long now = start.UtcTicks;
    private long offset;
    private long order;

    /// <summary>Raised after the clock stands at a new time.</summary>
    public event Action<DateTimeOffset>? Moved;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null when none waits.</summary>
    public DateTimeOffset? NextTimerDue
    {
        get
        {
            lock (gate)
            {
                DropStale();
                return due.TryPeek(out _, out var priority) ? At(priority.Due) : null;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => At(Interlocked.Read(ref now));

    /// <summary>
    /// Sets the clock to another time, as somebody with a wrong clock does: nothing comes due by it, and timers wait as long as
    /// they would have.
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

    /// <summary>Moves the clock forward and fires what comes due on the way, on the calling thread.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Moves the clock to a later time and fires what comes due on the way, on the calling thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past.</exception>
    public void AdvanceTo(DateTimeOffset target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, GetUtcNow());
        while (TakeDue(target.UtcTicks - Interlocked.Read(ref offset)) is { } fire)
        {
            fire();
        }

        Moved?.Invoke(target);
    }

    /// <summary>Moves to the next timer and fires what is due then; false, without moving, when none is due by the limit.</summary>
    public bool AdvanceToNextTimer(DateTimeOffset limit)
    {
        if (NextTimerDue is not { } next || next > limit)
        {
            return false;
        }

        AdvanceTo(next < GetUtcNow() ? GetUtcNow() : next);
        return true;
    }

    internal void Schedule(SandboxTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : now + dueTime.Ticks;
            if (timer.Due is { } at)
            {
                Enqueue(timer, at);
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(FireWhatIsDueNow, timer, preferLocal: false);
        }
    }

    private DateTimeOffset At(long ticks) => new(ticks + Interlocked.Read(ref offset), TimeSpan.Zero);

    // A timer that is due at once must not wait for somebody to move the clock.
    private void FireWhatIsDueNow(SandboxTimer timer)
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

    private void Reschedule(SandboxTimer timer, long firedAt)
    {
        timer.Due = timer.Period > TimeSpan.Zero ? firedAt + timer.Period.Ticks : null;
        if (timer.Due is { } next)
        {
            Enqueue(timer, next);
        }
    }

    private void Enqueue(SandboxTimer timer, long at)
    {
        timer.Order = ++order;
        due.Enqueue(timer, (at, timer.Order));
    }

    // A timer changed or disposed since leaves its old entry behind.
    private void DropStale()
    {
        while (due.TryPeek(out var timer, out var priority) && (timer.Due != priority.Due || timer.Order != priority.Order))
        {
            due.Dequeue();
        }
    }
}
