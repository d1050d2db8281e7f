namespace TeamsConnectBot.Core.Meetings;

/// <summary>What can happen to a connection.</summary>
public enum MeetingEventKind
{
    /// <summary>It is time to tell everyone.</summary>
    Announce,

    /// <summary>A member can't make it: they said so on the card, or declined the event in Outlook.</summary>
    MemberDeclined,

    /// <summary>A member who had declined can make it after all.</summary>
    DeclineWithdrawn,

    /// <summary>The event was moved in Outlook to a time that suits everyone.</summary>
    EventMoved,

    /// <summary>The event was deleted in Outlook, or moved to a time that does not suit everyone.</summary>
    EventCancelled,

    /// <summary>The member who declined chose another gap that everyone shares.</summary>
    OtherGapFound,

    /// <summary>No other gap could be offered to the member who declined, in this week or the next.</summary>
    NoOtherGap,

    /// <summary>The member who declined called it off, or chose nothing in time, although they were offered other gaps.</summary>
    CalledOff,

    /// <summary>A member left, was erased or can't be reached.</summary>
    MemberLeft,

    /// <summary>The time of the meeting has passed.</summary>
    TimePassed,

    /// <summary>A member said whether they met.</summary>
    Answered,
}
