using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Definition;

/// <summary>
/// Says when the bot may nudge whom, and with what offer. It decides who is asked, never who is matched with whom. Compare two rules by
/// <see cref="RuleJson.Write(Rule)"/>: record equality does not compare the contents of lists.
/// </summary>
public sealed record Rule
{
    /// <summary>The version of the file format that this program reads and writes.</summary>
    public const int Format = 1;

    /// <summary>
    /// The maximum number of days a fact about AI use, or about being new, is kept, whatever <see cref="KeepFactsDays"/> says.
    /// </summary>
    public const int AiFactRetentionDays = 10;

    /// <summary>A short name that never changes: 1 … 60 lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for admins; at most 80 characters.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Why people get an invitation, in one sentence for them; at most 300 characters.</summary>
    public required LocalText Why { get; init; }

    /// <summary>The pools it is for; empty for all.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>Whom it selects.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>What it offers; null for the pool's own offer.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Of several rules that select a person, the one with the lowest number is used: 1 … 1000.</summary>
    public int Order { get; init; } = 500;

    /// <summary>Weeks between two nudges of a person by this rule: 0 … 26; 0 leaves it to the budget.</summary>
    public int CadenceWeeks { get; init; }

    /// <summary>How often a person may be nudged.</summary>
    public BudgetRules Budget { get; init; } = BudgetRules.Default;

    /// <summary>Quiet hours of this rule, in the person's time zone; null if none.</summary>
    public DailySpan? QuietHours { get; init; }

    /// <summary>How need is computed for the people it selects; see <see cref="WeightsInUse"/>.</summary>
    public NeedWeights Weights { get; init; } = NeedWeights.Default;

    /// <summary>
    /// The weights that count. Being new counts only in a rule that selects by it: for others nobody's first day is read, and a rule must
    /// not count more because another one is in force.
    /// </summary>
    public NeedWeights WeightsInUse => UsesTenure ? Weights : Weights with { Newcomer = 0 };

    /// <summary>
    /// Days to keep the facts behind an invitation after its answers closed: 1 … 365. A fact about AI use is kept for at most 10.
    /// </summary>
    public int KeepFactsDays { get; init; } = 365;

    /// <summary>The minimum number of people in any count about this rule: 5 … 1000.</summary>
    public int GroupMinimum { get; init; } = Insights.Aggregate.DefaultMinimum;

    /// <summary>Whether it selects by AI-use band, or gives bands a higher weight than the default.</summary>
    public bool UsesBand =>
        When.Thresholds().Any(threshold => threshold.Measure == Measure.AiUseBand) || Weights.AiUse > NeedWeights.Default.AiUse;

    /// <summary>Whether it selects by when somebody joined the organisation.</summary>
    public bool UsesTenure => When.Thresholds().Any(threshold => threshold.Measure == Measure.DaysSinceJoining);

    /// <summary>Whether it selects by free time, which most people provide through their calendar.</summary>
    public bool UsesFreeTime => When.Thresholds().Any(threshold => threshold.Measure == Measure.LongestGap);

    /// <summary>Whether it is for a pool.</summary>
    public bool IsFor(string pool) => Pools.IsEmpty || Pools.Contains(pool, StringComparer.Ordinal);
}
