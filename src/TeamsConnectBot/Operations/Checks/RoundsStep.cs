using System.Globalization;
using NodaTime;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>When each pool's next rounds start, and whether they leave time to meet.</summary>
internal sealed class RoundsStep(PoolCatalogue pools, TimeProvider clock) : CheckStep
{
    private const int Shown = 3;

    public override IEnumerable<Trial> Trials => pools.All.Select(pool => new Trial(SubjectOf(pool), _ => Task.FromResult(Look(pool))));

    private static string SubjectOf(PoolOptions pool) => $"rounds of pool {pool.Id}";

    private Finding Look(PoolOptions pool)
    {
        var now = clock.GetCurrentInstant();
        return RoundOutlook.Of(pool, now).Warning(pool) is { } warning
            ? new Finding(SubjectOf(pool), warning, "Change the pool's RoundCron.") { IsWarning = true }
            : new Finding($"{SubjectOf(pool)} (next: {string.Join(", ", RoundStarts.OfWeeks(pool, now).Take(Shown).Select(start => Written(start, pool)))})");
    }

    private static string Written(Instant start, PoolOptions pool) =>
        start.InZone(pool.TimeZone).LocalDateTime.ToString("dddd d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("en-GB"));
}
