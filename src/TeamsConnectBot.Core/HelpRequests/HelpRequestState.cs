namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>The state of a question to a colleague. Stored by name: never rename.</summary>
public enum HelpRequestState
{
    /// <summary>Shown to its author in full; nobody else knows of it.</summary>
    Draft = 1,

    /// <summary>Sent; colleagues are asked in waves.</summary>
    Open = 2,

    /// <summary>A colleague said yes; the meeting is being arranged, and the asker knows nothing yet.</summary>
    Taken = 3,

    /// <summary>Both know of each other, and when they meet.</summary>
    Arranged = 4,

    /// <summary>Too few people could be asked, so it went to the pool's host.</summary>
    WithHost = 5,

    /// <summary>The announced moment came without a meeting. Why is stored nowhere.</summary>
    NotTaken = 6,

    /// <summary>The asker took it back, called the meeting off, left or was erased.</summary>
    Withdrawn = 7,

    /// <summary>They met, or the meeting was called off too late for anybody else.</summary>
    Over = 8,
}
