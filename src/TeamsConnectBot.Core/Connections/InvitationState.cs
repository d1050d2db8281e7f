namespace TeamsConnectBot.Core.Connections;

/// <summary>Where one person's invitation stands. Stored as its number: never renumber.</summary>
public enum InvitationState
{
    /// <summary>Decided, not known to have been delivered.</summary>
    Planned = 1,

    /// <summary>Delivered and unanswered.</summary>
    Sent = 2,

    /// <summary>A yes with at least one gap ticked; it can be taken back unseen.</summary>
    Yes = 3,

    /// <summary>Not this week; it can still become a yes.</summary>
    NotThisWeek = 4,

    /// <summary>A pause was asked for; it can still become a yes.</summary>
    Paused = 5,

    /// <summary>Answers are closed and the yes is being combined with others.</summary>
    Settling = 6,

    /// <summary>Part of a connection.</summary>
    Settled = 7,

    /// <summary>The yes found nobody this time.</summary>
    LeftOut = 8,

    /// <summary>Closed without an answer.</summary>
    Silent = 9,

    /// <summary>Closed after an answer that wasn't a yes; which one it was is no longer kept.</summary>
    Closed = 10,

    /// <summary>Ended because the person left, was erased or can't be reached.</summary>
    Withdrawn = 11,
}
