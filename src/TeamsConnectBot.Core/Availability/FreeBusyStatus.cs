namespace TeamsConnectBot.Core.Availability;

/// <summary>What a calendar says about a stretch of time (Graph's <c>freeBusyStatus</c>).</summary>
public enum FreeBusyStatus
{
    /// <summary>Not known; counts as busy.</summary>
    Unknown,

    /// <summary>Free.</summary>
    Free,

    /// <summary>Perhaps busy; counts as busy.</summary>
    Tentative,

    /// <summary>Busy.</summary>
    Busy,

    /// <summary>Out of office; counts as busy.</summary>
    OutOfOffice,

    /// <summary>At work in another place; free to meet.</summary>
    WorkingElsewhere,
}
