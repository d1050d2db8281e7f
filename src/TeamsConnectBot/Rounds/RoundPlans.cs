using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>
/// Chooses how a round asks: for gaps of people's own, or, where too few would say yes for that, for the few moments of an
/// open table with a host who has already said yes.
/// </summary>
internal static class RoundPlans
{
    /// <returns>Whom to ask and for what; the table's moments when it is one.</returns>
    public static (AskPlan Asks, OpenTablePlan? Table) Choose(
        PoolOptions pool, Round round, double yesChance, Week week, IReadOnlyList<Nudge> asked, IReadOnlyList<PoolMember> members, PoolHistory history,
        Slot offerable, CancellationToken cancellationToken)
    {
        var rules = pool.MatchingRules;
        var pairs = AskPlanner.Plan(week, members, history, rules, offerable, (ulong)round.Seed, cancellationToken);
        if (!pool.OpenTables || (!OpenTable.IsNeeded(members.Count)
            && !OpenTable.IsNeeded(week, pairs, history, rules, yesChance, (ulong)round.Seed, cancellationToken)))
        {
            return (pairs, null);
        }

        var table = OpenTable.Plan(week, members, Hosts(pool, asked), history, rules, offerable, (ulong)round.Seed, cancellationToken);

        // Without a host there may be no moment at which a yes is sure of company; then gaps of one's own are the better chance.
        return table.Asks.Asks.Count > 0 ? (table.Asks, table) : (pairs, null);
    }

    private static List<string> Hosts(PoolOptions pool, IReadOnlyList<Nudge> asked) =>
    [
        .. asked.Select(nudge => nudge.Person.Participant)
            .Where(person => person.Preferences.OpensTable || string.Equals(person.PersonId, pool.Host.PersonId, StringComparison.OrdinalIgnoreCase))
            .Select(person => person.PersonId),
    ];
}
