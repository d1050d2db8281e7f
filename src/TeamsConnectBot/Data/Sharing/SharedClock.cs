namespace TeamsConnectBot.Data.Sharing;

/// <summary>
/// The service's clock: the machine's own, corrected by the clock of the database that several processes share. With a clock skew of
/// half a minute the processes would otherwise take each other for dead.
/// </summary>
internal sealed class SharedClock(TimeProvider own) : TimeProvider
{
    // Smaller differences are network latency.
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    // A larger difference at start is not clock skew: the time was set on purpose.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    private long skew;
    private bool? follows;
    private long correction;

    /// <summary>The difference between the machine's own clock and the database's when it was last read.</summary>
    public TimeSpan Skew => TimeSpan.FromTicks(Interlocked.Read(ref skew));

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow().AddTicks(Interlocked.Read(ref correction));

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);

    /// <returns>By how much the clock was corrected; zero when it was not.</returns>
    public TimeSpan Follow(DateTimeOffset databaseNow)
    {
        Interlocked.Exchange(ref skew, (databaseNow - own.GetUtcNow()).Ticks);
        var late = databaseNow - GetUtcNow();
        follows ??= late.Duration() <= Most;
        if (!follows.Value || late.Duration() < Least)
        {
            return TimeSpan.Zero;
        }

        Interlocked.Add(ref correction, late.Ticks);
        return late;
    }
}
