namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Why someone gets no invitation this round.</summary>
public enum NotAskedReason
{
    /// <summary>They have no gap long enough in the hours that can still be offered.</summary>
    NoGap,

    /// <summary>Nobody in the pool may be brought together with them (language, manager, repeat window, asked not to …).</summary>
    NobodyAllowed,

    /// <summary>There are people they may meet, but no gap or place in common with any, or only with people whose cards are full.</summary>
    NobodyShares,

    /// <summary>The pool is small and none of its hosts can have a table this week: a yes would too likely end alone.</summary>
    NoHost,
}
