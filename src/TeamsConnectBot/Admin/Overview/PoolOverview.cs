using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>How a pool's rounds go.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Last">Its last round; null before the first.</param>
/// <param name="Missed">The start of a later round that was not held.</param>
/// <param name="Nobody">Why its last two rounds invited nobody.</param>
/// <param name="Next">Its next rounds; none when the schedule names years that have passed.</param>
/// <param name="Funnel">Its newest published figures.</param>
/// <param name="FiguresOn">When the figures of its last round can appear, if they are not those of <paramref name="Funnel"/>.</param>
/// <param name="AreFiguresWithheld">Whether that day has passed, so that none may be shown.</param>
internal sealed record PoolOverview(
    PoolOptions Pool, Round? Last, Instant? Missed, EmptyRoundReason? Nobody, IReadOnlyList<UpcomingRound> Next, RoundFunnel? Funnel,
    LocalDate? FiguresOn, bool AreFiguresWithheld)
{
    /// <summary>Whether an admin should do something.</summary>
    public bool IsTrouble => Missed is not null || Nobody is not null;
}
