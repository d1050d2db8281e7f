using System.Globalization;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Reports when each pool's next rounds start, and whether they leave time to meet.</summary>
internal sealed class RoundsStep(PoolCatalogue pools, TimeProvider clock) : CheckStep
{
    private const int Shown = 3;

    public override IEnumerable<Check> Checks => pools.All.Select(pool => new Check(SubjectOf(pool), _ => Task.FromResult(Judge(pool))));

    private static string SubjectOf(PoolOptions pool) => $"rounds of pool {pool.Id}";

    private CheckResult Judge(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        var next = RoundStarts.OfWeeks(pool, now).Take(Shown).Select(start => Written(start, pool));
        return RoundOutlook.Of(pool, now).Warning(pool) is { } warning
            ? new CheckResult(SubjectOf(pool), warning, "Change the pool's RoundCron.") { IsWarning = true }
            : new CheckResult($"{SubjectOf(pool)} (next: {string.Join(", ", next)})");
    }

    private static string Written(Instant start, PoolOptions pool) =>
        start.InZone(pool.TimeZone).LocalDateTime.ToString("dddd d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("en-GB"));
}
