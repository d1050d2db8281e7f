using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>Whom a round would invite, to what and by which rule. Nothing is written yet.</summary>
internal sealed record PlannedRound(
    IReadOnlyList<Nudge> Asked, IReadOnlyList<HeldBack> Held, AskPlan Plan, OpenTablePlan? Table, PoolHistory History);

/// <summary>Plans a round from a pool snapshot, in the same way for a real round and for a dry run that only counts.</summary>
internal sealed class RoundPlanning(Database database, Nudges nudges, PoolHistoryReader histories)
{
    public async Task<PlannedRound> PlanAsync(
        PoolOptions pool, Round round, RoundTimes times, PoolSnapshot gathered, RoundRules rules, bool isRehearsal,
        CancellationToken cancellationToken)
    {
        var (asked, held) = await nudges.DecideAsync(pool, gathered.People, rules, times, useBands: !isRehearsal, cancellationToken);
        var yesChance = await YesChance.ReadAsync(database, pool.Id, cancellationToken);
        var history = isRehearsal
            ? await histories.ReadWithoutWishesAsync(pool, round, cancellationToken)
            : await histories.ReadAsync(pool, round, cancellationToken);
        var members = asked.Select(nudge => OfferChoice.InvitedTo(
            nudge.Person.Member with { Need = nudge.Need.Score, WeeksSinceAsked = nudge.WeeksSinceAsked },
            nudge.By.Rule.Offer ?? pool.Offer)).ToList();
        var guests = asked.Select(nudge => OfferChoice.InvitedTo(
            nudge.Person.Member with { Need = nudge.Need.Score }, pool.Offer)).ToList();
        if (pool.HasSides && gathered.HasTooSmallSide)
        {
            return new PlannedRound(asked, held, NobodyOf(members, NotAskedReason.TooFewOnASide), Table: null, history);
        }

        var present = gathered.People.Where(person => !(person.Participant.PausedUntil > times.Now)).ToList();
        var (plan, table) = Choose(pool, round, yesChance, present, members, guests, history, times.Offerable, cancellationToken);
        return new PlannedRound(asked, held, plan, table, history);
    }

    /// <summary>
    /// Chooses how the round invites: with each person's own free slots or, if too few would say yes for that, with the few slots of an
    /// open table whose host has already said yes.
    /// </summary>
    /// <remarks>
    /// At an open table everybody comes for the pool's offer, whatever rule invites them; hence two lists of the same people.
    /// </remarks>
    /// <returns>Whom to invite to which slots, and the open table's plan if it is one.</returns>
    private static (AskPlan Asks, OpenTablePlan? Table) Choose(
        PoolOptions pool, Round round, double yesChance, IReadOnlyList<PersonSnapshot> present, List<PoolMember> members,
        List<PoolMember> guests, PoolHistory history, Slot offerable, CancellationToken cancellationToken)
    {
        var (week, rules, seed) = (new Week(round.Monday), pool.MatchingRules, (ulong)round.Seed);
        var pairs = AskPlanner.Plan(week, members, history, rules, offerable, seed, cancellationToken);
        if (!pool.OpenTables || pool.HasSides || (!OpenTable.IsNeeded(members.Count)
            && !OpenTable.IsNeeded(week, pairs, history, rules, yesChance, seed, cancellationToken)))
        {
            return (pairs, null);
        }

        var hosts = present.Where(person => IsHost(pool, person.Participant)).Select(person => person.Participant.PersonId).ToList();
        var asked = members.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        var table = OpenTable.Plan(week, guests, [.. hosts.Where(asked.Contains)], history, rules, offerable, seed, cancellationToken);
        if (table.Asks.Asks.Count > 0)
        {
            return (table.Asks, table);
        }

        // A pool that has hosts waits until one is available; without hosts, people's own slots are the best alternative.
        return hosts.Count > 0 && !hosts.Exists(asked.Contains) ? (NobodyOf(members, NotAskedReason.NoHost), null) : (pairs, null);
    }

    private static bool IsHost(PoolOptions pool, Participant person) =>
        person.Preferences.OpensTable || string.Equals(person.PersonId, pool.Host.PersonId, StringComparison.OrdinalIgnoreCase);

    private static AskPlan NobodyOf(IReadOnlyList<PoolMember> members, NotAskedReason reason) =>
        new([], [.. members.Select(member => new NotAsked(member, reason))]);
}
