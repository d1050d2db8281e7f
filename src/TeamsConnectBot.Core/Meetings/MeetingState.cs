namespace TeamsConnectBot.Core.Meetings;

/// <summary>The state of a connection. Stored as a number: never renumber.</summary>
public enum MeetingState
{
    /// <summary>The row exists; nobody has been told.</summary>
    Settled = 1,

    /// <summary>Everyone knows who, when and where.</summary>
    Announced = 2,

    /// <summary>One of two declined and is choosing another shared gap; the other knows nothing until the choice is carried out.</summary>
    Moving = 3,

    /// <summary>It will not take place.</summary>
    Off = 4,

    /// <summary>Its time has passed.</summary>
    Over = 5,
}
