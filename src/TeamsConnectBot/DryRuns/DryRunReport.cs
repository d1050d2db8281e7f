using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.DryRuns;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.DryRuns;

/// <summary>The progress of a dry-run.</summary>
/// <param name="Step">The current step.</param>
/// <param name="Percent">0 … 100.</param>
internal sealed record DryRunProgress(DryRunStep Step, int Percent);

internal enum DryRunStep
{
    People, Calendars, Rules, Pairs, Done,
}

/// <summary>
/// What the rules would do: the share of the pool they select, which is one blurred count, times the result of a round for everybody.
/// </summary>
/// <param name="Audience">The pool's participants.</param>
/// <param name="Pairs">Pairs possible among those invited in a week.</param>
/// <param name="NeverReached">The percentage of participants whom these rules do not select, whatever their budget.</param>
/// <param name="Repeats">The percentage of possible pairs that met before.</param>
/// <param name="Outlook">Whom they would invite how often in four weeks.</param>
internal sealed record DryRunFigures(
    CountRange Audience, CountRange Pairs, PercentRange NeverReached, PercentRange Repeats, DryRunOutlook Outlook)
{
    /// <param name="round">The result of a round for everybody.</param>
    /// <param name="question">Whom the rules select.</param>
    /// <param name="selected">How many people that is.</param>
    /// <param name="rules">The rules for the pool.</param>
    /// <param name="rounds">How many rounds the pool has in four weeks.</param>
    public static DryRunFigures Of(
        DryRunMonthRow round, DryRunQuestion question, int selected, IReadOnlyCollection<Rule> rules, int rounds)
    {
        var part = round.Audience == 0 ? 0 : Math.Min(1, (double)selected / round.Audience);
        var counts = new DryRunCounts(
            round.Audience, Math.Min(round.Asked, round.Audience), selected, question.Known(round.Audience) is not null);
        return new DryRunFigures(
            CountRange.Of(round.Audience), CountRange.Of((int)Math.Round(part * round.Pairs)), PercentRange.Of(1 - part),
            PercentRange.Of(round.Pairs == 0 ? 0 : (double)round.Repeats / round.Pairs), DryRunOutlook.Of(counts, rules, rounds));
    }
}

/// <summary>The result of a dry-run.</summary>
/// <param name="Pool">The pool it was for.</param>
/// <param name="Refused">Why there are no figures; null when there are.</param>
/// <param name="Draft">The figures with the draft.</param>
/// <param name="Published">The figures with the rules in force now, to compare.</param>
/// <param name="GraphCalls">The number of requests to Graph that a round makes.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record DryRunReport(
    string Pool, DryRunRefusal? Refused, DryRunFigures? Draft, DryRunFigures? Published, int GraphCalls, double Seconds)
{
    public IReadOnlyList<RuleProblem> Problems { get; init; } = [];

    /// <summary>How the rule would use more personal data than was agreed.</summary>
    public IReadOnlyList<WiderUse> Wider { get; init; } = [];

    /// <summary>What the dry-run cost, or would have cost, and the budget that was left before it.</summary>
    public DryRunPrice Price { get; init; }

    /// <summary>What is left of the pool's budget this month.</summary>
    public int Left => Refused is null ? Price.Left - Price.Cost : Price.Left;
}

internal enum DryRunRefusal
{
    /// <summary>The pool is too small for figures.</summary>
    TooFewPeople,

    /// <summary>The rule cannot be used: see the problems.</summary>
    Invalid,

    /// <summary>Graph was unavailable.</summary>
    GraphUnavailable,

    /// <summary>It costs more than what is left of this pool's budget for the month.</summary>
    BudgetSpent,

    /// <summary>It would use more personal data than the works council agreed to.</summary>
    NotAgreed,

    NotAllowed,

    /// <summary>Figures are switched off.</summary>
    NoFigures,
}
