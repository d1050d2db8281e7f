using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Checking;

/// <summary>What is wrong with a rule whose fields are each allowed.</summary>
public static class RuleValidator
{
    /// <summary>The fewest participants a rule that uses bands may be for: a smaller audience would make it a question about a few.</summary>
    public const int FewestForBand = 25;

    /// <summary>
    /// The most weeks between two nudges of a rule that uses bands: who was asked by it says something about their band, and so
    /// it is forgotten as soon as the band itself.
    /// </summary>
    public const int LongestCadenceForBand = 2;

    /// <summary>Checks one rule by itself: conditions that select nobody or everybody, and a cadence that would need a band to be remembered.</summary>
    public static IEnumerable<RuleProblem> Check(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Selection.IsPossible([rule.When]))
        {
            yield return new RuleProblem(ProblemKind.SelectsNobody, "when");
        }

        if (rule.When is not AllOf { Items.IsEmpty: true } && !Selection.IsPossible([], rule.When))
        {
            yield return new RuleProblem(ProblemKind.SelectsEverybody, "when");
        }

        if (rule.UsesBand && rule.CadenceWeeks > LongestCadenceForBand)
        {
            yield return new RuleProblem(ProblemKind.NotAllowed, "cadenceWeeks", $"{rule.CadenceWeeks}", $"bandAtLeast, weights.aiUse > {NeedWeights.Default.AiUse}: 0 … {LongestCadenceForBand}");
        }
    }

    /// <summary>Checks one rule in its organisation: the pools it names, and the band in a small audience.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="participants">How many take part in each pool there is.</param>
    public static IEnumerable<RuleProblem> CheckIn(Rule rule, IReadOnlyDictionary<string, int> participants)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(participants);
        foreach (var problem in Check(rule))
        {
            yield return problem;
        }

        for (var index = 0; index < rule.Pools.Length; index++)
        {
            if (!participants.ContainsKey(rule.Pools[index]))
            {
                yield return new RuleProblem(ProblemKind.NotAllowed, $"pools[{index}]", rule.Pools[index], string.Join(", ", participants.Keys.Order(StringComparer.Ordinal)));
            }
        }

        if (rule.UsesBand && participants.Any(pool => rule.IsFor(pool.Key) && pool.Value < FewestForBand))
        {
            yield return new RuleProblem(ProblemKind.NotAllowed, "pools", $"< {FewestForBand}", $"bandAtLeast, weights.aiUse > {NeedWeights.Default.AiUse}: ≥ {FewestForBand}");
        }
    }
}
