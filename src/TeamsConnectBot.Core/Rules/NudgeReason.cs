namespace TeamsConnectBot.Core.Rules;

/// <summary>Why somebody may or may not be asked now. Shown to nobody but them.</summary>
public enum NudgeReason
{
    /// <summary>Nothing stands in the way.</summary>
    MayAsk,

    /// <summary>They paused.</summary>
    Paused,

    /// <summary>They said 'not this week'.</summary>
    NotThisWeek,

    /// <summary>An earlier invitation can still be answered.</summary>
    StillOpen,

    /// <summary>Earlier invitations met silence, so it waits longer.</summary>
    BackingOff,

    /// <summary>They had the most nudges of their week.</summary>
    WeekIsFull,

    /// <summary>They aren't at work, it is their quiet time or they are focusing; see <see cref="SendingWindow"/>.</summary>
    OutsideWindow,

    /// <summary>No rule selects them.</summary>
    NoRule,

    /// <summary>The rule that selects them nudged them too short ago.</summary>
    CadenceNotOver,
}
