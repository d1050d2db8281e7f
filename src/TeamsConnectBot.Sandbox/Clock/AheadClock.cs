namespace TeamsConnectBot.Sandbox.Clock;

/// <summary>The real clock with a fixed offset: it runs, but at another date.</summary>
internal sealed class AheadClock(TimeSpan ahead) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
