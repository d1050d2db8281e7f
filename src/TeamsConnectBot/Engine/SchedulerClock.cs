namespace TeamsConnectBot.Engine;

/// <summary>
/// The clock by which processes on one database judge each other: the service's own, put right by the database's. Two
/// machines whose clocks are half a minute apart would otherwise take each other for dead.
/// </summary>
internal sealed class SchedulerClock : TimeProvider
{
    // Less is the way there and back; more is no wrong clock but another time, set on purpose.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    private TimeProvider own = System;
    private long correction;

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow().AddTicks(Interlocked.Read(ref correction));

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => own.CreateTimer(callback, state, dueTime, period);

    public void Follow(TimeProvider clock, DateTimeOffset databaseNow)
    {
        own = clock;
        var apart = databaseNow - clock.GetUtcNow();
        Interlocked.Exchange(ref correction, apart.Duration() >= Least && apart.Duration() <= Most ? apart.Ticks : 0);
    }
}
