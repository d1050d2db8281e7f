namespace TeamsConnectBot.Core.People;

/// <summary>What people are brought together for.</summary>
public enum Offer
{
    /// <summary>A short coffee.</summary>
    Coffee,

    /// <summary>A walk together.</summary>
    Walk,

    /// <summary>Lunch.</summary>
    Lunch,

    /// <summary>Working side by side on real work.</summary>
    CoWorking,

    /// <summary>Help with something.</summary>
    Help,
}
