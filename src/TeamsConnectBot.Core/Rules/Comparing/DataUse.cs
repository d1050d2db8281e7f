using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Comparing;

/// <summary>How a change uses more of people's data than before. Stored by name in approvals: never rename.</summary>
public enum WideningKind
{
    /// <summary>A fact about people that was not used before, or not for this purpose.</summary>
    NewSignal,

    /// <summary>People the rule was not for.</summary>
    LargerAudience,

    /// <summary>Facts are kept longer.</summary>
    LongerKeeping,

    /// <summary>Counts are made over fewer people.</summary>
    LowerMinimum,
}

/// <summary>One way in which a change uses more data.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Before">The old value as in the rule's JSON; empty if none.</param>
/// <param name="After">The new value.</param>
public sealed record WiderUse(WideningKind Kind, string Before, string After);

/// <summary>
/// Decides by code, and not by the author, whether a change to a rule uses more data and must wait for the works council.
/// </summary>
public static class DataUse
{
    private const int LongestKeeping = 365;

    /// <summary>How a change from one version to another uses more data. If empty, it may be published immediately.</summary>
    /// <param name="before">The active version; null if the rule is off.</param>
    /// <param name="after">The version to publish.</param>
    public static IReadOnlyList<WiderUse> Widens(Rule? before, Rule after)
    {
        ArgumentNullException.ThrowIfNull(after);
        List<WiderUse> wider =
        [
            .. Signals(after).Except(Signals(before)).Order().Select(signal => new WiderUse(WideningKind.NewSignal, "", signal.ToString())),
        ];
        var aiUse = before?.Weights.AiUse ?? NeedWeights.Default.AiUse;
        if (after.Weights.AiUse > Math.Max(aiUse, NeedWeights.Default.AiUse))
        {
            wider.Add(new WiderUse(WideningKind.NewSignal, $"weights.aiUse {aiUse}", $"weights.aiUse {after.Weights.AiUse}"));
        }

        // A rule that is switched on has no audience that can grow: it is judged by the signals it uses.
        wider.AddRange(before is null ? [] : LargerAudience(before, after));
        var keeping = before?.KeepFactsDays ?? LongestKeeping;
        if (after.KeepFactsDays > keeping)
        {
            wider.Add(new WiderUse(WideningKind.LongerKeeping, $"{keeping}", $"{after.KeepFactsDays}"));
        }

        var minimum = before?.GroupMinimum ?? Insights.Aggregate.DefaultMinimum;
        if (after.GroupMinimum < minimum)
        {
            wider.Add(new WiderUse(WideningKind.LowerMinimum, $"{minimum}", $"{after.GroupMinimum}"));
        }

        return wider;
    }

    private static IEnumerable<Signal> Signals(Rule? rule) => rule is null ? [] : rule.When.Leaves().Select(leaf =>
        leaf is Threshold threshold ? Vocabulary.Of(threshold.Measure).Signal : Signal.Department);

    // A limit moved by some days is tuning; a pool, department or band that the rule did not select before is not.
    private static IEnumerable<WiderUse> LargerAudience(Rule before, Rule after)
    {
        if (!before.Pools.IsEmpty && (after.Pools.IsEmpty || after.Pools.Except(before.Pools).Any()))
        {
            var pools = after.Pools.IsEmpty ? "*" : string.Join(", ", after.Pools);
            yield return new WiderUse(WideningKind.LargerAudience, string.Join(", ", before.Pools), pools);
        }

        foreach (var (part, name) in Parts(before, after))
        {
            if (Satisfiability.IsPossible([after.When, part]) && !Satisfiability.IsPossible([before.When, part]))
            {
                yield return new WiderUse(WideningKind.LargerAudience, "", name);
            }
        }
    }

    // Each department that either version names, all other departments, and each band.
    private static IEnumerable<(Condition Part, string Name)> Parts(Rule before, Rule after)
    {
        var departments = new[] { before, after }.SelectMany(rule => rule.When.Leaves()).OfType<DepartmentIn>()
            .SelectMany(leaf => leaf.Names).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        foreach (var name in departments)
        {
            yield return (new DepartmentIn([name]), $"departmentIn {name}");
        }

        if (!departments.IsEmpty)
        {
            yield return (new Negation(new DepartmentIn(departments)), "departmentIn *");
        }

        yield return (new Negation(new Threshold(Measure.AiUseBand, 1)), "band none");
        foreach (var (name, band) in RuleFields.Bands.OrderBy(band => band.Value))
        {
            var higher = new Negation(new Threshold(Measure.AiUseBand, (int)band + 1));
            yield return (new AllOf([new Threshold(Measure.AiUseBand, (int)band), higher]), $"band {name}");
        }
    }
}
