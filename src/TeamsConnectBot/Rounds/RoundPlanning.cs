using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;

namespace TeamsConnectBot.Rounds;

/// <summary>Whom a round would ask, for what and by which rule. Nothing of it is written yet.</summary>
internal sealed record PlannedRound(IReadOnlyList<Nudge> Asked, IReadOnlyList<Held> Held, AskPlan Plan, OpenTablePlan? Table, PoolHistory History);

/// <summary>Plans a round from the people gathered: the same for a round that asks and for a dry-run that only counts.</summary>
internal sealed class RoundPlanning(Database database, Nudges nudges, PoolHistoryReader histories)
{
    public async Task<PlannedRound> PlanAsync(
        PoolOptions pool, Round round, RoundTimes times, GatheredPool gathered, RuleSetting rules, bool isRehearsal, CancellationToken cancellationToken)
    {
        var (asked, held) = await nudges.DecideAsync(gathered.People, rules, times.Offerable, times.Now, useBands: !isRehearsal, cancellationToken);
        var yesChance = await YesChance.ReadAsync(database, pool.Id, cancellationToken);
        var history = isRehearsal
            ? await histories.ReadWithoutWishesAsync(pool, round, cancellationToken)
            : await histories.ReadAsync(pool, round, cancellationToken);
        var members = asked.Select(nudge => nudge.Person.Member with { Need = nudge.Need.Score }).ToList();
        var present = gathered.People.Where(person => !(person.Participant.PausedUntil > times.Now)).ToList();
        var (plan, table) = RoundPlans.Choose(pool, round, yesChance, new Week(round.Monday), present, members, history, times.Offerable, cancellationToken);
        return new PlannedRound(asked, held, plan, table, history);
    }
}
