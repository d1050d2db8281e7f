using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Core.Rules.Choosing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Store;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Rounds;

/// <summary>The rules a round goes by: those in force, and of a rule on trial each person's version.</summary>
internal sealed class RuleSetting
{
    private readonly Dictionary<Rule, int> numbers;
    private readonly RuleChoice choice;
    private readonly RuleChoice otherChoice;
    private readonly long? seed;

    /// <param name="rules">The rules in force.</param>
    /// <param name="pool">The round's pool.</param>
    /// <param name="trial">Two versions side by side, where there is a trial.</param>
    public RuleSetting(IReadOnlyList<ActiveRule> rules, string pool, Trial? trial = null)
    {
        var others = trial is null ? rules : [.. rules.Select(active => active.Rule.Id == trial.Other.Rule.Id ? trial.Other : active)];
        var ones = trial is null ? rules : [.. rules.Select(active => active.Rule.Id == trial.One.Rule.Id ? trial.One : active)];
        numbers = ones.Concat(others).DistinctBy(active => active.Rule, ByReference).ToDictionary(active => active.Rule, active => active.Number, ByReference);
        choice = new RuleChoice(ones.Select(active => active.Rule), pool);
        otherChoice = trial is null ? choice : new RuleChoice(others.Select(active => active.Rule), pool);
        seed = trial?.Seed;
        IsEmpty = !numbers.Keys.Any(rule => rule.IsFor(pool));
        IsSelective = new[] { ones, others }.Any(side => DryRunQuestion.Of(side.Select(active => active.Rule), pool).UsesPrivateFacts);
    }

    /// <summary>Whether no rule is for this pool.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether whom they ask depends on what only the bot or the person knows.</summary>
    public bool IsSelective { get; }

    /// <summary>Whether any of the rules asks when people began.</summary>
    public bool NeedsHireDates => numbers.Keys.Any(NeedsHireDate);

    public static bool NeedsHireDate(Rule rule) => rule.When.Thresholds().Any(threshold => threshold.Measure == Measure.DaysSinceJoining);

    private static IEqualityComparer<Rule> ByReference { get; } = EqualityComparer<Rule>.Create(ReferenceEquals, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode);

    public static async Task<RuleSetting> InForceAsync(Database database, RuleStore book, string pool, CancellationToken cancellationToken)
    {
        var rules = await book.ActiveAsync(cancellationToken);
        var row = await database.ReadAsync(db => db.Trials.Where(trial => trial.EndedAt == null).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        return new RuleSetting(rules, pool, row is null ? null : await ReadAsync(book, row, rules, cancellationToken));
    }

    public RuleChoice For(string personId) => seed is { } split && ExperimentSplit.IsSecond(split, personId) ? otherChoice : choice;

    public ActiveRule Active(Rule rule) => new(rule, numbers[rule]);

    // A rule that was switched off ends its trial without anybody having to.
    private static async Task<Trial?> ReadAsync(RuleStore book, ExperimentRow row, IReadOnlyList<ActiveRule> rules, CancellationToken cancellationToken) =>
        rules.Any(active => active.Rule.Id == row.RuleId)
        && await book.VersionAsync(row.RuleId, row.One, cancellationToken) is { } one
        && await book.VersionAsync(row.RuleId, row.Other, cancellationToken) is { } other
            ? new Trial(new ActiveRule(one, row.One), new ActiveRule(other, row.Other), row.Seed)
            : null;
}

/// <summary>Two versions of one rule, split by a seed.</summary>
internal sealed record Trial(ActiveRule One, ActiveRule Other, long Seed);
