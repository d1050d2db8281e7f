using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Checking;

/// <summary>Finds what is wrong with a rule whose fields are each allowed.</summary>
public static class RuleValidator
{
    /// <summary>
    /// The minimum number of participants for a rule that uses bands: with fewer, it would be a question about a few people.
    /// </summary>
    public const int MinParticipantsForBand = 25;

    // Who was asked by a rule that uses bands says something about their band, so it is forgotten as soon as the band itself.
    private const int MaxCadenceWeeksForBand = 2;

    private static readonly string UsesBand = $"bandAtLeast, weights.aiUse > {NeedWeights.Default.AiUse}";

    /// <summary>Checks one rule by itself: conditions that select nobody or everybody, and a cadence longer than bands are kept.</summary>
    public static IEnumerable<RuleProblem> Check(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Satisfiability.IsPossible([rule.When]))
        {
            yield return new RuleProblem(ProblemKind.SelectsNobody, "when");
        }

        if (!rule.When.IsAlways && !Satisfiability.IsPossible([], rule.When))
        {
            yield return new RuleProblem(ProblemKind.SelectsEverybody, "when");
        }

        if (rule.UsesBand && rule.CadenceWeeks > MaxCadenceWeeksForBand)
        {
            yield return new RuleProblem(
                ProblemKind.NotAllowed, "cadenceWeeks", $"{rule.CadenceWeeks}", $"{UsesBand}: 0 … {MaxCadenceWeeksForBand}");
        }
    }

    /// <summary>Checks one rule in its organisation: the pools it names, and bands in a small audience.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="participants">The number of participants of each pool.</param>
    public static IEnumerable<RuleProblem> CheckIn(Rule rule, IReadOnlyDictionary<string, int> participants)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(participants);
        var known = string.Join(", ", participants.Keys.Order(StringComparer.Ordinal));
        var unknownPools = rule.Pools.Index().Where(pool => !participants.ContainsKey(pool.Item))
            .Select(pool => new RuleProblem(ProblemKind.NotAllowed, $"pools[{pool.Index}]", pool.Item, known));
        var isTooSmall = rule.UsesBand && participants.Any(pool => rule.IsFor(pool.Key) && pool.Value < MinParticipantsForBand);
        return
        [
            .. Check(rule),
            .. unknownPools,
            .. isTooSmall
                ? [new(ProblemKind.NotAllowed, "pools", $"< {MinParticipantsForBand}", $"{UsesBand}: ≥ {MinParticipantsForBand}")]
                : Array.Empty<RuleProblem>(),
        ];
    }
}
