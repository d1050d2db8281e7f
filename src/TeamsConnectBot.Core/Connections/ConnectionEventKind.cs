namespace TeamsConnectBot.Core.Connections;

/// <summary>What can happen to a connection.</summary>
public enum ConnectionEventKind
{
    /// <summary>It is time to tell everyone.</summary>
    Announce,

    /// <summary>A member can't make it: by the card, or by declining or deleting the event in Outlook.</summary>
    CantMakeIt,

    /// <summary>A member moved the event to a time at which everyone is free.</summary>
    EventMoved,

    /// <summary>The member who can't make it chose another gap that all share.</summary>
    OtherGapFound,

    /// <summary>No other gap is shared, none was wanted, or there was no choice in time.</summary>
    NoOtherGap,

    /// <summary>A member left, was erased or can't be reached.</summary>
    MemberLeft,

    /// <summary>Its time has passed.</summary>
    TimePassed,

    /// <summary>A member said whether they met.</summary>
    Answered,
}
