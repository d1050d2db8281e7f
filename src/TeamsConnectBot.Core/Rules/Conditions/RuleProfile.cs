namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>The facts about one participant to which rules are applied. Kept in memory for a round, never stored.</summary>
public sealed record RuleProfile
{
    /// <summary>The facts for need, which conditions use too.</summary>
    public required NeedInput Need { get; init; }

    /// <summary>Minutes of the longest gap that can still be offered.</summary>
    public int LongestGapMinutes { get; init; }

    /// <summary>Days of the week in the office.</summary>
    public int OfficeDays { get; init; }

    /// <summary>Days of the week they work.</summary>
    public int WorkingDays { get; init; }

    /// <summary>Their department; null if unknown.</summary>
    public string? Department { get; init; }

    /// <summary>The value of a measure; null if unknown.</summary>
    public int? ValueOf(Measure measure) => measure switch
    {
        Measure.AiUseBand => (int?)Need.AiUse,
        Measure.DaysSinceContact => Need.DaysSinceContact ?? int.MaxValue,
        Measure.LongestGap => LongestGapMinutes,
        Measure.OfficeDays => OfficeDays,
        Measure.RemoteShare => WorkingDays == 0 ? 0 : 100 * Math.Min(Need.RemoteDays, WorkingDays) / WorkingDays,
        Measure.DaysSinceJoining => Need.DaysSinceJoining,
        Measure.TurnsLeftOut => Need.TurnsLeftOut,
        Measure.OwnRequest => Need.AskedForIt ? 1 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No value for this measure."),
    };

    /// <summary>The profile without the band, for an audience too small to use it.</summary>
    public RuleProfile WithoutBand() => this with { Need = Need with { AiUse = null } };
}
