namespace TeamsConnectBot.Core.Rules;

/// <summary>The outcome of a nudge, as far as the budget needs it.</summary>
public enum NudgeAnswer
{
    /// <summary>It can still be answered.</summary>
    Open,

    /// <summary>Any answer: yes, not this week or a pause. A 'no' is not silence.</summary>
    Answered,

    /// <summary>It expired without an answer.</summary>
    Silence,

    /// <summary>It was never delivered, so it does not count.</summary>
    NotDelivered,
}

/// <summary>An earlier nudge to a person.</summary>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Answer">Its outcome.</param>
public readonly record struct PastNudge(Instant SentAt, NudgeAnswer Answer);
