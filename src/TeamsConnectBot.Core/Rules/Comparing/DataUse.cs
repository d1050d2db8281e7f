using System.Collections.Immutable;
using TeamsConnectBot.Core.Rules.Checking;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Comparing;

/// <summary>What a signal is used for.</summary>
public enum Purpose
{
    /// <summary>It says who comes first.</summary>
    Order,

    /// <summary>It says who is asked.</summary>
    Select,
}

/// <summary>How a change uses more of people's data than before. Kept by name in approvals: never rename.</summary>
public enum WideningKind
{
    /// <summary>Something known about people that was not used, or not for this.</summary>
    NewSignal,

    /// <summary>People it was not for.</summary>
    LargerAudience,

    /// <summary>Facts stay longer.</summary>
    LongerKeeping,

    /// <summary>Counts are made over fewer people.</summary>
    LowerMinimum,
}

/// <summary>One way in which a change uses more.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Before">What was, as the rule's JSON has it; empty when nothing.</param>
/// <param name="After">What would be.</param>
public sealed record WiderUse(WideningKind Kind, string Before, string After);

/// <summary>
/// What a rule uses of people. Code decides from it, and not the author, whether a change must wait for the works council.
/// </summary>
public sealed class DataUse
{
    private readonly Rule? rule;

    private DataUse(Rule? rule) => this.rule = rule;

    /// <summary>What is used before any rule: the order in which people are asked rests on these.</summary>
    public static ImmutableArray<(Signal Signal, Purpose Purpose)> Always { get; } =
    [
        (Signal.AiUseBand, Purpose.Order), (Signal.LastContact, Purpose.Order), (Signal.TurnsLeftOut, Purpose.Order),
        (Signal.Tenure, Purpose.Order), (Signal.OfficeDays, Purpose.Order), (Signal.OwnRequest, Purpose.Order),
    ];

    /// <summary>What a rule uses; null for a rule that is not switched on.</summary>
    public static DataUse Of(Rule? rule) => new(rule);

    /// <summary>Everything it uses, and for what.</summary>
    public IReadOnlySet<(Signal Signal, Purpose Purpose)> Uses => rule is null
        ? Always.ToHashSet()
        : [.. Always, .. rule.When.Leaves().Select(leaf => (SignalOf(leaf), Purpose.Select)).Distinct()];

    /// <summary>How a change from one version to another uses more. Empty: it may be published at once.</summary>
    /// <param name="before">The version in force; null when the rule is off.</param>
    /// <param name="after">The version to publish.</param>
    public static IReadOnlyList<WiderUse> Widens(Rule? before, Rule after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Of(before), Of(after));
        var wider = now.Uses.Except(old.Uses).OrderBy(use => use)
            .Select(use => new WiderUse(WideningKind.NewSignal, "", use.Signal.ToString())).ToList();
        if (after.Weights.AiUse > Math.Max(before?.Weights.AiUse ?? 0, NeedWeights.Default.AiUse))
        {
            wider.Add(new WiderUse(WideningKind.NewSignal, $"weights.aiUse {before?.Weights.AiUse ?? NeedWeights.Default.AiUse}", $"weights.aiUse {after.Weights.AiUse}"));
        }

        wider.AddRange(Audience(before, after));
        if (after.KeepFactsDays > (before?.KeepFactsDays ?? LongestKeeping))
        {
            wider.Add(new WiderUse(WideningKind.LongerKeeping, $"{before?.KeepFactsDays ?? LongestKeeping}", $"{after.KeepFactsDays}"));
        }

        if (after.GroupMinimum < (before?.GroupMinimum ?? Insights.Aggregate.DefaultMinimum))
        {
            wider.Add(new WiderUse(WideningKind.LowerMinimum, $"{before?.GroupMinimum ?? Insights.Aggregate.DefaultMinimum}", $"{after.GroupMinimum}"));
        }

        return wider;
    }

    private const int LongestKeeping = 365;

    // Only of a rule in force is there an audience to grow: a rule switched on is judged by what it uses. A limit moved by some
    // days is tuning; a pool, a department or a band it never touched before is not.
    private static IEnumerable<WiderUse> Audience(Rule? before, Rule after)
    {
        if (before is null)
        {
            yield break;
        }

        if (!before.Pools.IsEmpty && (after.Pools.IsEmpty || after.Pools.Except(before.Pools).Any()))
        {
            yield return new WiderUse(WideningKind.LargerAudience, string.Join(", ", before.Pools), after.Pools.IsEmpty ? "*" : string.Join(", ", after.Pools));
        }

        foreach (var (part, name) in Parts(before, after))
        {
            if (Selection.IsPossible([after.When, .. part]) && !Selection.IsPossible([before.When, .. part]))
            {
                yield return new WiderUse(WideningKind.LargerAudience, "", name);
            }
        }
    }

    /// <summary>Each department that either names, all others, and each band.</summary>
    private static IEnumerable<(Condition[] Part, string Name)> Parts(Rule before, Rule after)
    {
        var departments = new[] { before, after }.SelectMany(rule => rule.When.Leaves()).OfType<DepartmentIn>()
            .SelectMany(leaf => leaf.Names).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        foreach (var name in departments)
        {
            yield return ([new DepartmentIn([name])], $"departmentIn {name}");
        }

        if (!departments.IsEmpty)
        {
            yield return ([new Negation(new DepartmentIn(departments))], "departmentIn *");
        }

        yield return ([new Negation(new Threshold(Measure.AiUseBand, 1))], "band none");
        foreach (var band in RuleFields.Bands.OrderBy(band => band.Value))
        {
            var part = new AllOf([new Threshold(Measure.AiUseBand, (int)band.Value), new Negation(new Threshold(Measure.AiUseBand, (int)band.Value + 1))]);
            yield return ([part], $"band {band.Key}");
        }
    }

    private static Signal SignalOf(Condition leaf) => leaf is Threshold threshold ? Vocabulary.Of(threshold.Measure).Signal : Signal.Department;
}
