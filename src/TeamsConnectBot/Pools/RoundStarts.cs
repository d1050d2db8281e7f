using Quartz;

namespace TeamsConnectBot.Pools;

/// <summary>
/// When a pool's rounds start. Quartz finds the local time, and NodaTime converts it to an instant, as everywhere in the service.
/// </summary>
internal static class RoundStarts
{
    /// <summary>
    /// The starts after a moment, in order. A local time that is skipped in spring is shifted forward by the length of the gap; one that
    /// occurs twice in autumn counts once.
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

    /// <summary>The first start of each week; a later start in the same week finds that week's round and does nothing.</summary>
    public static IEnumerable<Instant> OfWeeks(PoolOptions pool, Instant moment)
    {
        while (Next(pool, moment) is { } start)
        {
            yield return start;
            moment = Core.Availability.Week.Of(start).End - Duration.Epsilon;
        }
    }
}
