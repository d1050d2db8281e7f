namespace TeamsConnectBot.Core.Meetings;

/// <summary>The state of one person's invitation. Stored as a number: never renumber.</summary>
public enum InvitationState
{
    /// <summary>Decided, but not known to have been delivered.</summary>
    Planned = 1,

    /// <summary>Delivered and unanswered.</summary>
    Sent = 2,

    /// <summary>A yes with at least one gap ticked; it can be taken back without anyone seeing it.</summary>
    Yes = 3,

    /// <summary>Not this week; it can still become a yes.</summary>
    NotThisWeek = 4,

    /// <summary>The person asked for a pause; it can still become a yes.</summary>
    Paused = 5,

    /// <summary>Answers are closed, and the yes is being combined with others.</summary>
    Settling = 6,

    /// <summary>Part of a connection.</summary>
    Settled = 7,

    /// <summary>The person said yes but could not be matched this time.</summary>
    LeftOut = 8,

    /// <summary>Closed without an answer.</summary>
    Silent = 9,

    /// <summary>Closed after an answer other than yes; which one is no longer stored.</summary>
    Closed = 10,

    /// <summary>Ended because the person left, was erased or can't be reached.</summary>
    Withdrawn = 11,
}
