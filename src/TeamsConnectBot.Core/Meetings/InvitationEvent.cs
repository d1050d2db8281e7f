namespace TeamsConnectBot.Core.Meetings;

/// <summary>What can happen to an invitation.</summary>
public enum InvitationEvent
{
    /// <summary>Teams accepted the message.</summary>
    Delivered,

    /// <summary>
    /// A yes with at least one gap ticked. Repeated with other gaps, it replaces them. A yes without a gap is not this event: the caller
    /// asks the person to tick one.
    /// </summary>
    SaidYes,

    /// <summary>The answer was taken back.</summary>
    TookBack,

    /// <summary>Not this week.</summary>
    SaidNotThisWeek,

    /// <summary>A pause.</summary>
    SaidPause,

    /// <summary>The time to answer is over. Answers never close earlier, not even when everyone has answered.</summary>
    AnswersClosed,

    /// <summary>The settling put the person into a connection.</summary>
    WasSettled,

    /// <summary>The settling found no match for the person.</summary>
    WasLeftOut,

    /// <summary>Teams permanently refuses messages to the person.</summary>
    BecameUnreachable,

    /// <summary>The person left, or asked to be forgotten.</summary>
    Left,
}
