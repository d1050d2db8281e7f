namespace TeamsConnectBot.Core.Rules;

/// <summary>What became of a nudge, as far as the budget cares.</summary>
public enum NudgeAnswer
{
    /// <summary>It can still be answered.</summary>
    Open,

    /// <summary>Any answer: yes, not this week or a pause. A 'no' is not silence.</summary>
    Answered,

    /// <summary>It ended without an answer.</summary>
    Silence,

    /// <summary>It never reached them, so it counts for nothing.</summary>
    NotDelivered,
}
