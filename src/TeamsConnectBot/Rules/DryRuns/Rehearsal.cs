using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;

namespace TeamsConnectBot.Rules;

/// <summary>Plays one round with a set of rules: plans it as a round does, lets everybody say yes to all gaps, and counts in ranges.</summary>
internal sealed class Rehearsal(RoundPlanning planning)
{
    public async Task<DryRunFigures> PlayAsync(
        PoolOptions pool, Round round, RoundTimes times, GatheredPool gathered, IReadOnlyList<ActiveRule> rules, Estimate estimate, CancellationToken cancellationToken)
    {
        var planned = await planning.PlanAsync(pool, round, times, gathered, new RuleSetting(rules, pool.Id), isRehearsal: true, cancellationToken);
        var pairs = Pairs(pool, round, planned, cancellationToken);
        var repeats = pairs.Count(planned.History.RoundsSinceMet.ContainsKey);
        List<string> audience = [.. gathered.People.Select(person => person.Member.Id)];
        List<string> asked = [.. planned.Plan.Asks.Select(ask => ask.Member.Id), .. (planned.Table?.Moments ?? []).Where(moment => moment.Host is not null).Select(moment => moment.Host!.Id)];
        List<string> unreached = [.. planned.Held.Where(held => held.Reason == NudgeReason.NoRule).Select(held => held.PersonId), .. planned.Plan.NotAsked.Select(left => left.Member.Id)];
        return new DryRunFigures(
            estimate.Count(audience),
            estimate.Count(asked),
            estimate.Count(pairs.Count, asked),
            estimate.Share(unreached, audience),
            estimate.Share(repeats, pairs.Count, asked));
    }

    private static List<PersonPair> Pairs(PoolOptions pool, Round round, PlannedRound planned, CancellationToken cancellationToken)
    {
        var week = new Week(round.Monday);
        List<Answer> yeses = [.. planned.Plan.Asks.Select(ask => new Answer(ask.Member, ask.Gaps))];
        var settlement = planned.Table is { } table
            ? OpenTable.Settle(week, table.Moments, yeses, planned.History, pool.MatchingRules, cancellationToken)
            : Settler.Settle(week, yeses, planned.History, pool.MatchingRules, (ulong)round.Seed, cancellationToken);
        return [.. settlement.Groups.SelectMany(group => group.Members.SelectMany(
            (one, index) => group.Members.Skip(index + 1).Select(other => new PersonPair(one.Id, other.Id))))];
    }
}
