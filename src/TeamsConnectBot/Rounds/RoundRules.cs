using TeamsConnectBot.Core.Rules.Choosing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Core.Rules.Experiments;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Rules.Store;

namespace TeamsConnectBot.Rounds;

/// <summary>The rules of a round: those in force and, during an experiment, each person's version of the rule.</summary>
internal sealed class RoundRules
{
    private readonly Dictionary<Rule, int> numbers;
    private readonly RuleChoice choice;
    private readonly RuleChoice otherChoice;
    private readonly long? seed;

    /// <param name="rules">The rules in force.</param>
    /// <param name="pool">The round's pool.</param>
    /// <param name="experiment">Two versions side by side, if an experiment is running.</param>
    public RoundRules(IReadOnlyList<ActiveRule> rules, string pool, RuleExperiment? experiment = null)
    {
        var ones = With(experiment?.One);
        var others = With(experiment?.Other);
        numbers = ones.Concat(others).DistinctBy(active => active.Rule, ByReference)
            .ToDictionary(active => active.Rule, active => active.Number, ByReference);
        choice = new RuleChoice(ones.Select(active => active.Rule), pool);
        otherChoice = experiment is null ? choice : new RuleChoice(others.Select(active => active.Rule), pool);
        seed = experiment?.Seed;
        IsEmpty = !numbers.Keys.Any(rule => rule.IsFor(pool));
        IsSelective = new[] { ones, others }.Any(side => DryRunQuestion.Of(side.Select(active => active.Rule), pool).UsesPrivateFacts);

        IReadOnlyList<ActiveRule> With(ActiveRule? version) =>
            version is null ? rules : [.. rules.Select(active => active.Rule.Id == version.Rule.Id ? version : active)];
    }

    /// <summary>Whether no rule applies to this pool.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether the choice of people depends on facts that only the bot or the person knows.</summary>
    public bool IsSelective { get; }

    /// <summary>Whether a rule needs to know when people joined the organisation.</summary>
    public bool NeedsHireDates => numbers.Keys.Any(rule => rule.UsesTenure);

    private static IEqualityComparer<Rule> ByReference => ReferenceEqualityComparer.Instance;

    public static async Task<RoundRules> InForceAsync(Database database, RuleStore book, string pool, CancellationToken cancellationToken)
    {
        var rules = await book.ActiveAsync(cancellationToken);
        var row = await database.ReadAsync(
            db => db.Trials.FirstOrDefaultAsync(trial => trial.EndedAt == null, cancellationToken), cancellationToken);
        return new RoundRules(rules, pool, row is null ? null : await ReadAsync(book, row, rules, cancellationToken));
    }

    public RuleChoice For(string personId) => seed is { } split && ExperimentSplit.IsSecond(split, personId) ? otherChoice : choice;

    public ActiveRule Active(Rule rule) => new(rule, numbers[rule]);

    // An experiment never replaces a version other than its own two.
    private static async Task<RuleExperiment?> ReadAsync(
        RuleStore book, ExperimentRow row, IReadOnlyList<ActiveRule> rules, CancellationToken cancellationToken) =>
        rules.Any(active => active.Rule.Id == row.RuleId && (active.Number == row.One || active.Number == row.Other))
        && await book.VersionAsync(row.RuleId, row.One, cancellationToken) is { } one
        && await book.VersionAsync(row.RuleId, row.Other, cancellationToken) is { } other
            ? new RuleExperiment(new ActiveRule(one, row.One), new ActiveRule(other, row.Other), row.Seed)
            : null;
}

/// <summary>Two versions of one rule, split by a seed.</summary>
internal sealed record RuleExperiment(ActiveRule One, ActiveRule Other, long Seed);
