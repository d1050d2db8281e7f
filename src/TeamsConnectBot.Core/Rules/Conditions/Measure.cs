namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>What a <see cref="Threshold"/> looks at.</summary>
public enum Measure
{
    /// <summary>The AI-use band's number, where the person allowed it.</summary>
    AiUseBand,

    /// <summary>Days since the last contact through the bot; somebody without any has gone longer than any limit.</summary>
    DaysSinceContact,

    /// <summary>Minutes of the longest gap that can still be offered this week.</summary>
    LongestGap,

    /// <summary>Days of this week in the office.</summary>
    OfficeDays,

    /// <summary>Percent of the person's own working days this week that are not in the office.</summary>
    RemoteShare,

    /// <summary>Days since they began in the organisation; unknown counts as long ago.</summary>
    DaysSinceJoining,

    /// <summary>Rounds in a row in which a yes found nobody.</summary>
    TurnsLeftOut,

    /// <summary>1 when they asked for company themselves, otherwise 0.</summary>
    OwnRequest,
}
