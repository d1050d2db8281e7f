using TeamsConnectBot.Core.Insights;
using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Rules;

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

/// <summary>What the rules would do in one week, as ranges that tell nothing about any one person.</summary>
/// <param name="Audience">Participants present.</param>
/// <param name="Nudges">Nudges in that week.</param>
/// <param name="Pairs">Pairs possible among those nudged.</param>
/// <param name="NeverReached">Percent of the participants these rules select in no round, whatever the budget says.</param>
/// <param name="Repeats">Percent of the possible pairs that met before.</param>
internal sealed record DryRunFigures(CountRange Audience, CountRange Nudges, CountRange Pairs, PercentRange NeverReached, PercentRange Repeats);

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
}

internal enum DryRunRefusal
{
    /// <summary>Fewer people than any count may be about.</summary>
    TooFewPeople,

    /// <summary>The rule can't be used: see the problems.</summary>
    Invalid,

    /// <summary>Graph gave no answer.</summary>
    GraphUnavailable,

    /// <summary>Too many in the last hour: many questions about the same people add up.</summary>
    TooMany,

    NotAllowed,
}
