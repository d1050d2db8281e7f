namespace TeamsConnectBot.Core.Rules.Conditions;

/// <summary>What a <see cref="Threshold"/> measures.</summary>
public enum Measure
{
    /// <summary>The number of the AI-use band, if the person allowed it.</summary>
    AiUseBand,

    /// <summary>Days since the last contact through the bot; without any contact, longer than any limit.</summary>
    DaysSinceContact,

    /// <summary>Minutes of the longest gap that can still be offered this week.</summary>
    LongestGap,

    /// <summary>Days of this week in the office.</summary>
    OfficeDays,

    /// <summary>Percent of the person's own working days this week that are not in the office.</summary>
    RemoteShare,

    /// <summary>Days since they started in the organisation; unknown counts as long ago.</summary>
    DaysSinceJoining,

    /// <summary>Consecutive rounds in which they said yes but were left out.</summary>
    TurnsLeftOut,

    /// <summary>1 when they asked for a contact themselves, otherwise 0.</summary>
    OwnRequest,
}
