namespace TeamsConnectBot.Core.Connections;

/// <summary>What can happen to a connection.</summary>
public enum ConnectionEventKind
{
    /// <summary>It is time to tell everyone.</summary>
    Announce,

    /// <summary>A member can't make it: by the card, or by declining or deleting the event in Outlook.</summary>
    CantMakeIt,

    /// <summary>Whoever couldn't make it can after all.</summary>
    CanMakeItAfterAll,

    /// <summary>The event was moved in Outlook to a time that suits everyone.</summary>
    EventMoved,

    /// <summary>The event was deleted in Outlook, or moved to a time that doesn't suit everyone.</summary>
    EventGone,

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
