namespace TeamsConnectBot.Data.Sharing;

/// <summary>
/// The clock of everything that is due: the machine's own, put right by the clock of the database that several processes
/// share. Machines whose clocks are half a minute apart would otherwise take each other for dead.
/// </summary>
internal sealed class SharedClock(TimeProvider own) : TimeProvider
{
    // Less is the way there and back.
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    // More, when the service starts, is no wrong clock but another time, set on purpose.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    private long apart;
    private bool? follows;
    private long correction;

    /// <summary>How far the machine's own clock was from the database's at the last look.</summary>
    public TimeSpan Apart => TimeSpan.FromTicks(Interlocked.Read(ref apart));

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow().AddTicks(Interlocked.Read(ref correction));

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => own.CreateTimer(callback, state, dueTime, period);

    /// <returns>How far it was put right; zero when it was not.</returns>
    public TimeSpan Follow(DateTimeOffset databaseNow)
    {
        Interlocked.Exchange(ref apart, (databaseNow - own.GetUtcNow()).Ticks);
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
