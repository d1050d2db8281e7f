namespace TeamsConnectBot.Core.Meetings;

/// <summary>What one member said after the meeting. Nobody else sees it. Stored as a number: never renumber.</summary>
public enum MemberAnswer
{
    /// <summary>Not asked yet.</summary>
    Unasked = 1,

    /// <summary>Asked, not answered.</summary>
    Asked = 2,

    /// <summary>They met.</summary>
    Met = 3,

    /// <summary>They did not meet. Nobody is asked why, or who stayed away.</summary>
    DidNotMeet = 4,

    /// <summary>They met and would like to meet the same people again.</summary>
    AgainPlease = 5,

    /// <summary>
    /// They met and would like to meet the same person three times in all; see <see cref="SeasonMachine"/>. Offered after a meeting of
    /// two.
    /// </summary>
    ThreeTimes = 6,
}
