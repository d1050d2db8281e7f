namespace TeamsConnectBot.Core.Connections;

/// <summary>What one member said afterwards. Nobody else sees it. Stored as its number: never renumber.</summary>
public enum MemberAnswer
{
    /// <summary>Not asked yet.</summary>
    Unasked = 1,

    /// <summary>Asked, not answered.</summary>
    Asked = 2,

    /// <summary>They met.</summary>
    Met = 3,

    /// <summary>They didn't meet. Why, or who stayed away, is never asked.</summary>
    DidNotMeet = 4,

    /// <summary>They met and would like to meet the same people again.</summary>
    AgainPlease = 5,
}
