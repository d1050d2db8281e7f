using TeamsConnectBot.Availability;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.DryRuns;

/// <summary>The exact result of one round, before it is blurred.</summary>
internal readonly record struct RehearsedRound(int Audience, int Asked, int Pairs, int Repeats);

/// <summary>Simulates the pool's next round without storing or sending anything, and counts how many people rules select.</summary>
internal sealed class Rehearsal(RoundPlanning planning, Nudges nudges)
{
    /// <summary>
    /// Simulates a round in which everybody may be asked and accepts all slots, ignoring bands and wishes. It does not depend on the rule
    /// being tried, so nobody can choose whom its counts are about.
    /// </summary>
    public async Task<RehearsedRound> PlayAsync(
        PoolOptions pool, Round round, RoundTimes times, PoolSnapshot gathered, CancellationToken cancellationToken)
    {
        var rules = new RoundRules([new ActiveRule(ShippedRules.Everybody, ShippedRules.Number)], pool.Id);
        var planned = await planning.PlanAsync(pool, round, times, gathered, rules, isRehearsal: true, cancellationToken);
        var pairs = Pairs(pool, round, planned, cancellationToken);
        var hosts = (planned.Table?.Moments ?? []).Count(moment => moment.Host is not null);
        var repeats = pairs.Count(planned.History.RoundsSinceMet.ContainsKey);
        return new RehearsedRound(gathered.People.Count, planned.Plan.Asks.Count + hosts, pairs.Count, repeats);
    }

    /// <summary>How many people the rules select, regardless of pauses, budgets and cadences.</summary>
    public async Task<int> CountSelectedAsync(
        PoolOptions pool, RoundTimes times, PoolSnapshot gathered, IReadOnlyList<ActiveRule> rules, CancellationToken cancellationToken)
    {
        var setting = new RoundRules(rules, pool.Id);
        var (asked, held) = await nudges.DecideAsync(pool, gathered.People, setting, times, useBands: true, cancellationToken);
        return asked.Count + held.Count(one => one.Reason != NudgeReason.NoRule);
    }

    private static List<PersonPair> Pairs(PoolOptions pool, Round round, PlannedRound planned, CancellationToken cancellationToken)
    {
        var week = new Week(round.Monday);
        List<Acceptance> yeses = [.. planned.Plan.Asks.Select(ask => new Acceptance(ask.Member, ask.Gaps))];
        var settlement = planned.Table is { } table
            ? OpenTable.Settle(week, table.Moments, yeses, planned.History, pool.MatchingRules, cancellationToken)
            : Settler.Settle(week, yeses, planned.History, pool.MatchingRules, (ulong)round.Seed, cancellationToken);
        return [.. settlement.Groups.SelectMany(group => group.Members.SelectMany(
            (one, index) => group.Members.Skip(index + 1).Select(other => new PersonPair(one.Id, other.Id))))];
    }
}
