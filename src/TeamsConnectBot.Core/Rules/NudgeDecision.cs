namespace TeamsConnectBot.Core.Rules;

/// <summary>Why a person may or may not be asked now. Shown to nobody else.</summary>
public enum NudgeReason
{
    /// <summary>Nothing prevents it.</summary>
    MayAsk,

    /// <summary>They paused.</summary>
    Paused,

    /// <summary>They said 'not this week'.</summary>
    NotThisWeek,

    /// <summary>An earlier invitation can still be answered.</summary>
    StillOpen,

    /// <summary>They did not answer earlier invitations, so the next one waits longer.</summary>
    BackingOff,

    /// <summary>They had the maximum number of nudges for their week.</summary>
    WeekIsFull,

    /// <summary>It is outside their working hours, in quiet hours or on a day off; see <see cref="SendingWindow"/>.</summary>
    OutsideWindow,

    /// <summary>No rule selects them.</summary>
    NoRule,

    /// <summary>The rule that selects them nudged them too recently.</summary>
    CadenceNotOver,
}

/// <summary>Whether a person may be asked now.</summary>
/// <param name="Reason">What prevents it; <see cref="NudgeReason.MayAsk"/> if nothing does.</param>
/// <param name="NextAt">
/// The earliest moment they may be asked: now if they may; null if only the person can change that, or if no such moment was found.
/// </param>
public readonly record struct NudgeDecision(NudgeReason Reason, Instant? NextAt)
{
    /// <summary>Whether they may be asked now.</summary>
    public bool MayAsk => Reason == NudgeReason.MayAsk;
}
