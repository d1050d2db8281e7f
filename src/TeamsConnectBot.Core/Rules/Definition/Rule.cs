using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Definition;

/// <summary>
/// When the bot may nudge whom with what. It decides who is asked, never who is settled with whom. Compare two by
/// <see cref="RuleJson.Write(Rule)"/>: lists make record equality too narrow.
/// </summary>
public sealed record Rule
{
    /// <summary>The version of the file format this program reads and writes.</summary>
    public const int Format = 1;

    /// <summary>The most days a fact about AI use stays, whatever <see cref="KeepFactsDays"/> says.</summary>
    public const int DaysFactsAboutAiStay = 10;

    /// <summary>A short, lasting name: lower-case letters, digits and hyphens, 1 … 60 of them.</summary>
    public required string Id { get; init; }

    /// <summary>What admins call it; at most 80 characters.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Why an invitation comes, in one sentence that people read; at most 300 characters.</summary>
    public required LocalText Why { get; init; }

    /// <summary>The pools it is for; empty for all of them.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>Whom it selects.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>What is offered; null for the pool's own offer.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Of several rules that select somebody the lowest number speaks: 1 … 1000.</summary>
    public int Order { get; init; } = 500;

    /// <summary>Weeks between two nudges of one person by this rule: 0 … 26; 0 leaves it to the budget.</summary>
    public int CadenceWeeks { get; init; }

    /// <summary>How often one person may be nudged at all.</summary>
    public BudgetRules Budget { get; init; } = BudgetRules.Default;

    /// <summary>Hours of the person's own day in which this rule sends nothing; null when none.</summary>
    public DailySpan? QuietHours { get; init; }

    /// <summary>How need is computed for those it selects.</summary>
    public NeedWeights Weights { get; init; } = NeedWeights.Default;

    /// <summary>Days the facts behind an invitation are kept after its answers closed: 1 … 365. A fact about AI use goes after 10.</summary>
    public int KeepFactsDays { get; init; } = 365;

    /// <summary>The fewest people any count about this rule is made over: 5 … 1000.</summary>
    public int GroupMinimum { get; init; } = Insights.Aggregate.DefaultMinimum;

    /// <summary>Whether it uses AI-use bands to select, or lets them weigh more than without any rule.</summary>
    public bool UsesBand =>
        When.Thresholds().Any(threshold => threshold.Measure == Measure.AiUseBand) || Weights.AiUse > NeedWeights.Default.AiUse;

    /// <summary>Whether it selects by free time, which for most people comes from their calendar.</summary>
    public bool UsesFreeTime => When.Thresholds().Any(threshold => threshold.Measure == Measure.LongestGap);

    /// <summary>Whether it is for a pool.</summary>
    public bool IsFor(string pool) => Pools.IsEmpty || Pools.Contains(pool, StringComparer.Ordinal);
}
