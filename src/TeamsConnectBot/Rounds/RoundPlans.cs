using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.OpenTable;
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
        PoolOptions pool, Round round, double yesChance, Week week, IReadOnlyList<GatheredPerson> present, IReadOnlyList<PoolMember> members, PoolHistory history,
        Slot offerable, CancellationToken cancellationToken)
    {
        var rules = pool.MatchingRules;
        var pairs = AskPlanner.Plan(week, members, history, rules, offerable, (ulong)round.Seed, cancellationToken);
        if (!pool.OpenTables || (!OpenTable.IsNeeded(members.Count)
            && !OpenTable.IsNeeded(week, pairs, history, rules, yesChance, (ulong)round.Seed, cancellationToken)))
        {
            return (pairs, null);
        }

        var hosts = present.Select(person => person.Participant).Where(person => IsHost(pool, person)).Select(person => person.PersonId).ToList();
        var asked = members.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        var table = OpenTable.Plan(week, members, [.. hosts.Where(asked.Contains)], history, rules, offerable, (ulong)round.Seed, cancellationToken);
        if (table.Asks.Asks.Count > 0)
        {
            return (table.Asks, table);
        }

        // A pool with hosts waits for one of them; without any, gaps of people's own are the best chance there is.
        return hosts.Count > 0 && !hosts.Exists(asked.Contains) ? (NobodyOf(members), null) : (pairs, null);
    }

    private static bool IsHost(PoolOptions pool, Participant person) =>
        person.Preferences.OpensTable || string.Equals(person.PersonId, pool.Host.PersonId, StringComparison.OrdinalIgnoreCase);

    private static AskPlan NobodyOf(IReadOnlyList<PoolMember> members) => new()
    {
        Asks = [],
        NotAsked = [.. members.Select(member => new NotAsked(member, NotAskedReason.NoHost))],
        Weight = 0,
        UpperBound = 0,
    };
}
