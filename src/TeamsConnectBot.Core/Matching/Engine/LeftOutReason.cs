using TeamsConnectBot.Core.Matching.Settling;

namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Why somebody has no partner in a <see cref="MatchingResult"/>.</summary>
public enum LeftOutReason
{
    /// <summary>There is nobody this person could be brought together with.</summary>
    NoCandidate,

    /// <summary>Everybody else within reach has a partner; their number is odd, so one person had to stay.</summary>
    OddOneOut,

    /// <summary>All candidates were worth more with somebody else.</summary>
    BetterUsedElsewhere,
}
