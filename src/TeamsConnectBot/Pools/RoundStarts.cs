using NodaTime;
using Quartz;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Pools;

/// <summary>
/// When a pool's rounds start. The expression is read on the wall clock, and NodaTime says what moment that is, as everywhere.
/// </summary>
internal static class RoundStarts
{
    /// <summary>
    /// The starts after a moment, in order. What the spring change skips comes after it; what autumn has twice comes once.
    /// </summary>
    public static IEnumerable<Instant> After(PoolOptions pool, Instant moment)
    {
        var expression = new CronExpression(pool.RoundCron, TimeZoneInfo.Utc);
        var wall = new DateTimeOffset(moment.InZone(pool.TimeZone).ToDateTimeUnspecified(), TimeSpan.Zero);
        var last = moment;
        while (expression.GetNextValidTimeAfter(wall) is { } next)
        {
            wall = next;
            if (LocalDateTime.FromDateTime(next.DateTime).InZoneLeniently(pool.TimeZone).ToInstant() is var start && start > last)
            {
                yield return last = start;
            }
        }
    }

    public static Instant? Next(PoolOptions pool, Instant moment) => After(pool, moment).Cast<Instant?>().FirstOrDefault();

    /// <summary>The first start of each week that has one, in which a round is held: any other finds it there.</summary>
    public static IEnumerable<Instant> OfWeeks(PoolOptions pool, Instant moment)
    {
        while (Next(pool, moment) is { } start)
        {
            yield return start;
            moment = Core.Availability.Week.Of(start).End - Duration.Epsilon;
        }
    }
}
