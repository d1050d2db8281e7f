namespace TeamsConnectBot.Core.Insights;

/// <summary>
/// The only questions a count can answer. None is about answers or preferences, and none is about a chosen set of people. The four about
/// AI weeks are only asked together, with <see cref="Aggregate.AskTogether"/>. Stored as a number: never renumber.
/// </summary>
public enum AggregateView
{
    /// <summary>Of the pool: how many are participants.</summary>
    Participants = 1,

    /// <summary>Of the participants: how many have no gap at all in the period, a measure of workload.</summary>
    WithoutGap = 2,

    /// <summary>Of the participants: how many were invited in the period.</summary>
    Invited = 3,

    /// <summary>Of the participants: how many said yes in the period.</summary>
    SaidYes = 4,

    /// <summary>Of the participants: how many were in a connection in the period.</summary>
    Connected = 5,

    /// <summary>Of the participants: how many met in the period.</summary>
    Met = 6,

    /// <summary>Of the participants: how many said yes in the period and were left out.</summary>
    LeftOut = 7,

    /// <summary>Of the participants: how many got more than one nudge in a week of the period.</summary>
    NudgedMoreThanOnce = 8,

    /// <summary>Of the participants: how many met nobody in the period.</summary>
    NotReached = 9,

    /// <summary>Of the participants: how many had an AI-heavy week, by a band they allowed, and met in the period after it.</summary>
    AiWeekMet = 10,

    /// <summary>
    /// Of the participants: how many had an AI-heavy week, by a band they allowed, and met nobody in the period after it.
    /// </summary>
    AiWeekAlone = 11,

    /// <summary>Of the participants: how many had a week with less AI, by a band they allowed, and met in the period after it.</summary>
    OtherWeekMet = 12,

    /// <summary>
    /// Of the participants: how many had a week with less AI, by a band they allowed, and met nobody in the period after it.
    /// </summary>
    OtherWeekAlone = 13,
}
