using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching;

/// <summary>The settings of matching. Every value is checked where it is set.</summary>
/// <exception cref="ArgumentOutOfRangeException">A value lies outside its range; the message names it.</exception>
public sealed record MatchingRules
{
    /// <summary>For how many rounds people who met are not matched again; 0 allows it at once. 0 … 104, default 6.</summary>
    public int RepeatWindow { get; init => field = Allowed.Within(value, 0, 104); } = 6;

    /// <summary>The length of a meeting in quarter hours. 1 … 8, default 2.</summary>
    public int GapQuarters { get; init => field = Allowed.Within(value, 1, 8); } = 2;

    /// <summary>
    /// The length of a lunch in quarter hours. 1 … 8, by default that of a meeting, but between 30 and 45 minutes. At an open table it is
    /// that of the table.
    /// </summary>
    public int LunchQuarters { get => field > 0 ? field : Math.Clamp(GapQuarters, 2, 3); init => field = Allowed.Within(value, 1, 8); }

    /// <summary>How many gaps an invitation may offer. 1 … 3, default 3.</summary>
    public int MaxGapsOffered { get; init => field = Allowed.Within(value, 1, 3); } = 3;

    /// <summary>What the round invites people to. Default coffee.</summary>
    public Offer Offer { get; init; } = Offer.Coffee;

    /// <summary>What makes one possible connection worth more than another.</summary>
    public PairWeights Weights { get; init; } = new();
}
