using System.Collections.Frozen;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>The notation and range of a threshold.</summary>
/// <param name="Measure">What it measures.</param>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Signal">The fact about a person that it uses.</param>
/// <param name="IsMost">Whether the limit is a maximum; otherwise it is a minimum.</param>
/// <param name="Least">The lowest limit allowed.</param>
/// <param name="Most">The highest limit allowed.</param>
public sealed record ThresholdTerm(Measure Measure, string Key, Signal Signal, bool IsMost, int Least, int Most);

/// <summary>All thresholds. Reading, validation and texts are based on this list.</summary>
public static class Vocabulary
{
    /// <summary>The maximum number of departments in one condition.</summary>
    public const int MaxDepartments = RuleFields.MaxInList;

    /// <summary>All thresholds, in the order of the schema.</summary>
    public static IReadOnlyList<ThresholdTerm> Terms { get; } =
    [
        new(Measure.AiUseBand, "bandAtLeast", Signal.AiUseBand, false, 1, 3),
        new(Measure.DaysSinceContact, "daysSinceContactAtLeast", Signal.LastContact, false, 1, 365),
        new(Measure.LongestGap, "gapMinutesAtLeast", Signal.Gaps, false, 15, 480),
        new(Measure.OfficeDays, "officeDaysAtLeast", Signal.OfficeDays, false, 1, 7),
        new(Measure.RemoteShare, "remoteShareAtLeast", Signal.OfficeDays, false, 1, 100),
        new(Measure.DaysSinceJoining, "newcomerDaysAtMost", Signal.Tenure, true, 1, 365),
        new(Measure.TurnsLeftOut, "turnsLeftOutAtLeast", Signal.TurnsLeftOut, false, 1, 10),
        new(Measure.OwnRequest, "askedThemselves", Signal.OwnRequest, false, 1, 1),
    ];

    private static readonly FrozenDictionary<Measure, ThresholdTerm> ByMeasure = Terms.ToFrozenDictionary(term => term.Measure);
    private static readonly FrozenDictionary<string, ThresholdTerm> ByKey =
        Terms.ToFrozenDictionary(term => term.Key, StringComparer.Ordinal);

    /// <summary>The term of a measure.</summary>
    public static ThresholdTerm Of(Measure measure) => ByMeasure[measure];

    /// <summary>The term with a name in JSON; null if there is none.</summary>
    public static ThresholdTerm? Find(string key) => ByKey.GetValueOrDefault(key);
}
