namespace TeamsConnectBot.Core.People;

/// <summary>What two people are brought together for.</summary>
public enum Offer
{
    /// <summary>A short coffee.</summary>
    Coffee,

    /// <summary>A walk together.</summary>
    Walk,

    /// <summary>Lunch.</summary>
    Lunch,

    /// <summary>Working side by side on something real.</summary>
    CoWorking,

    /// <summary>A hand with something.</summary>
    Help,
}
