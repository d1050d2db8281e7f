namespace TeamsConnectBot.Core.Rules;

/// <summary>What is wrong with a rule whose fields are each allowed.</summary>
public static class RuleValidator
{
    /// <summary>The fewest participants a rule that uses bands may be for: a smaller audience would make it a question about a few.</summary>
    public const int FewestForBand = 25;

    /// <summary>Checks one rule by itself: conditions that contradict each other.</summary>
    public static IEnumerable<RuleProblem> Check(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Selection.IsPossible([rule.When]))
        {
            yield return new RuleProblem(ProblemKind.SelectsNobody, "when");
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
