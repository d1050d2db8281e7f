namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Why someone gets no invitation this round.</summary>
public enum NotAskedReason
{
    /// <summary>They have no gap that is long enough in the hours that can still be offered.</summary>
    NoGap,

    /// <summary>Nobody in the pool may be matched with them (language, manager, repeat window, asked not to …).</summary>
    NobodyAllowed,

    /// <summary>They share no gap or place with anyone they may meet, or only with people whose cards are full.</summary>
    NobodyShares,

    /// <summary>
    /// The pool is small and none of its hosts can have a table this week, so anybody who said yes would probably be left alone.
    /// </summary>
    NoHost,

    /// <summary>The pool has two sides, and enough people of this one are asked already for the places the other side has.</summary>
    OtherSideIsSmall,

    /// <summary>The pool has two sides, and one of them has too few people for an invitation that names nobody.</summary>
    TooFewOnASide,
}
