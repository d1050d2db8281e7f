using System.Globalization;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Reports when each pool's next rounds start, and whether they leave time to meet.</summary>
internal sealed class RoundsStep(PoolCatalogue pools, TimeProvider clock) : CheckStep
{
    public static readonly Finding NoTime = new("no-time", Start + "….", "Change the pool's RoundCron.") { State = CheckState.Warning };

    private const string Start = "RoundCron ";
    private const int Shown = 3;

    public override IEnumerable<Check> Checks => pools.All.Select(
        pool => new Check($"rounds:{pool.Id}", $"rounds of pool {pool.Id}", _ => Task.FromResult(Judge(pool))));

    private CheckResult Judge(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        var next = RoundStarts.OfWeeks(pool, now).Take(Shown).Select(start => Written(start, pool));
        return RoundOutlook.Of(pool, now).Warning(pool) is { } warning
            ? NoTime.With(warning[Start.Length..])
            : CheckResult.Good($"next: {string.Join(", ", next)}");
    }

    private static string Written(Instant start, PoolOptions pool) =>
        start.InZone(pool.TimeZone).LocalDateTime.ToString("dddd d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("en-GB"));
}
