namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>What can happen to a question to a colleague. No event says that somebody declined: nothing follows from it.</summary>
public enum HelpRequestEvent
{
    /// <summary>Its author sends it, and enough people could be asked.</summary>
    SentToColleagues,

    /// <summary>Its author sends it, and too few people could be asked: it goes to the host, as the card said.</summary>
    SentToHost,

    /// <summary>A colleague ticked one of the moments they were offered.</summary>
    WasTaken,

    /// <summary>The calendar event exists, and both were told.</summary>
    WasArranged,

    /// <summary>The moment that was announced to the asker has come.</summary>
    MomentCame,

    /// <summary>The helper called the meeting off or left, and colleagues can still be asked.</summary>
    CameFree,

    /// <summary>The meeting will not take place, and it is too late to ask anybody else.</summary>
    FellThrough,

    /// <summary>The time of the meeting has passed.</summary>
    MeetingPassed,

    /// <summary>Its author took it back, or called the meeting off.</summary>
    TakenBack,

    /// <summary>Its author left, or was erased.</summary>
    AskerLeft,
}
