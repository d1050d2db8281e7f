namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>What became of asking one colleague. Nobody else sees it. Stored by name: never rename.</summary>
public enum HelpOfferState
{
    /// <summary>The person can answer.</summary>
    Open = 1,

    /// <summary>They ticked a moment.</summary>
    Yes = 2,

    /// <summary>They said 'not this time', or reported the question. Nothing follows from it for anybody else.</summary>
    Answered = 3,

    /// <summary>Closed: somebody is helping.</summary>
    TakenCareOf = 4,

    /// <summary>Closed: help is no longer needed.</summary>
    NoLongerNeeded = 5,
}
