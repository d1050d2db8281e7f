using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.DryRuns;

/// <summary>How far a dry-run is.</summary>
/// <param name="Step">What it does now.</param>
/// <param name="Percent">0 … 100.</param>
internal sealed record DryRunProgress(DryRunStep Step, int Percent);

internal enum DryRunStep
{
    People,
    Calendars,
    Rules,
    Pairs,
    Done,
}

/// <summary>
/// What the rules would do in one week, in ranges: the part of the pool they select, which is one blurred count, times what a
/// round for everybody comes to.
/// </summary>
/// <param name="Audience">Participants present.</param>
/// <param name="Nudges">Nudges in that week.</param>
/// <param name="Pairs">Pairs possible among those nudged.</param>
/// <param name="NeverReached">Percent of the participants these rules select in no round, whatever the budget says.</param>
/// <param name="Repeats">Percent of the possible pairs that met before.</param>
internal sealed record DryRunFigures(
    CountRange Audience, CountRange Nudges, CountRange Pairs, PercentRange NeverReached, PercentRange Repeats)
{
    /// <param name="round">What a round for everybody comes to.</param>
    /// <param name="selected">How many the rules select.</param>
    public static DryRunFigures Of(DryRunMonthRow round, int selected)
    {
        var part = round.Audience == 0 ? 0 : Math.Min(1, (double)selected / round.Audience);
        CountRange Part(int all) => CountRange.Of((int)Math.Round(part * all));
        return new DryRunFigures(
            CountRange.Of(round.Audience),
            Part(Math.Min(round.Asked, round.Audience)),
            Part(round.Pairs),
            PercentRange.Of(1 - part),
            PercentRange.Of(round.Pairs == 0 ? 0 : (double)round.Repeats / round.Pairs));
    }
}

/// <summary>A dry-run's result.</summary>
/// <param name="Pool">The pool it was for.</param>
/// <param name="Refused">Why there are no figures; null when there are.</param>
/// <param name="Draft">With the draft.</param>
/// <param name="Published">With what is in force now, to compare.</param>
/// <param name="GraphCalls">Requests to Graph a round makes.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record DryRunReport(
    string Pool, DryRunRefusal? Refused, DryRunFigures? Draft, DryRunFigures? Published, int GraphCalls, double Seconds)
{
    public IReadOnlyList<RuleProblem> Problems { get; init; } = [];

    /// <summary>How the rule would use more of people's data than was agreed.</summary>
    public IReadOnlyList<WiderUse> Wider { get; init; } = [];

    /// <summary>What it cost, or would have, and what was left before.</summary>
    public DryRunPrice Price { get; init; }

    /// <summary>What is left of the pool's budget this month.</summary>
    public int Left => Refused is null ? Price.Left - Price.Cost : Price.Left;
}

internal enum DryRunRefusal
{
    /// <summary>Fewer people than any count may be about.</summary>
    TooFewPeople,

    /// <summary>The rule can't be used: see the problems.</summary>
    Invalid,

    /// <summary>Graph gave no answer.</summary>
    GraphUnavailable,

    /// <summary>It would tell more about this pool than one month may.</summary>
    BudgetSpent,

    /// <summary>It would use more of people's data than the works council agreed to.</summary>
    NotAgreed,

    NotAllowed,

    /// <summary>This organisation does without figures.</summary>
    NoFigures,
}
