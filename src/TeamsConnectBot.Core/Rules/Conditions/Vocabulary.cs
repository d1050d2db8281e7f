using System.Collections.Frozen;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>How a threshold is written and what it may be.</summary>
/// <param name="Measure">What it looks at.</param>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Signal">What it uses of a person.</param>
/// <param name="IsMost">Whether the limit is the most that passes; otherwise it is the least.</param>
/// <param name="Least">The lowest limit allowed.</param>
/// <param name="Most">The highest limit allowed.</param>
public sealed record Term(Measure Measure, string Key, Signal Signal, bool IsMost, int Least, int Most);

/// <summary>All thresholds there are. Reading, checking, the published schema and the words go by this list.</summary>
public static class Vocabulary
{
    /// <summary>The most departments one condition may name.</summary>
    public const int MostDepartments = RuleFields.MostInList;

    /// <summary>In the order the schema has them.</summary>
    public static IReadOnlyList<Term> Terms { get; } =
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

    private static readonly FrozenDictionary<Measure, Term> ByMeasure = Terms.ToFrozenDictionary(term => term.Measure);
    private static readonly FrozenDictionary<string, Term> ByKey = Terms.ToFrozenDictionary(term => term.Key, StringComparer.Ordinal);

    /// <summary>The term of a measure.</summary>
    public static Term Of(Measure measure) => ByMeasure[measure];

    /// <summary>The term written so; null when there is none.</summary>
    public static Term? Find(string key) => ByKey.GetValueOrDefault(key);
}
