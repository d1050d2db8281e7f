namespace TeamsConnectBot.Core.People;

/// <summary>What people are brought together for.</summary>
public enum Offer
{
    /// <summary>A short coffee.</summary>
    Coffee,

    /// <summary>A walk together.</summary>
    Walk,

    /// <summary>Lunch, over lunch time only.</summary>
    Lunch,

    /// <summary>Working side by side on real work.</summary>
    CoWorking,

    /// <summary>Help with something.</summary>
    Help,

    /// <summary>Learning from a colleague: one of the two can tell about something the other would like to learn.</summary>
    Learning,
}
