namespace TeamsConnectBot.Core.Meetings;

/// <summary>The state of a season.</summary>
public enum SeasonState
{
    /// <summary>At most one of the two asked for it. The other is not told, and nothing follows from it.</summary>
    Hoped = 1,

    /// <summary>Both asked for it; their next meeting is to be planned.</summary>
    Waiting = 2,

    /// <summary>Their next meeting is planned.</summary>
    Planned = 3,

    /// <summary>They met three times.</summary>
    Done = 4,

    /// <summary>It ended earlier. Nobody is told, or told why.</summary>
    Ended = 5,
}
