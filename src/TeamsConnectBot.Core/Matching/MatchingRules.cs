using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching;

/// <summary>What an admin may tune about who meets whom. Every value is checked where it is set.</summary>
/// <exception cref="ArgumentOutOfRangeException">A value lies outside its range; the message names it.</exception>
public sealed record MatchingRules
{
    /// <summary>For how many rounds two people who met are not brought together again; 0 allows it at once. 0 … 104, default 6.</summary>
    public int RepeatWindow { get; init => field = RuleRange.Check(value, 0, 104, nameof(RepeatWindow)); } = 6;

    /// <summary>How long a meeting lasts, in quarter hours. 1 … 8, default 2.</summary>
    public int GapQuarters { get; init => field = RuleRange.Check(value, 1, 8, nameof(GapQuarters)); } = 2;

    /// <summary>How many gaps an invitation may offer. 1 … 3, default 3.</summary>
    public int MaxGapsOffered { get; init => field = RuleRange.Check(value, 1, 3, nameof(MaxGapsOffered)); } = 3;

    /// <summary>Whether people who already work together closely are kept apart, for new ties. Default false.</summary>
    public bool AvoidStrongTies { get; init; }

    /// <summary>From which <see cref="PoolHistory.Ties"/> on a tie is strong. 1 and up, default 5.</summary>
    public int StrongTie { get; init => field = RuleRange.Check(value, 1, int.MaxValue, nameof(StrongTie)); } = 5;

    /// <summary>How many possible partners a person is compared with before the matching. 4 … 64, default 24.</summary>
    public int CandidatesPerPerson { get; init => field = RuleRange.Check(value, 4, 64, nameof(CandidatesPerPerson)); } = 24;

    /// <summary>How many people one open table seats; more are spread over several tables of the same moment. 3 … 12, default 4.</summary>
    public int TableSeats { get; init => field = RuleRange.Check(value, 3, 12, nameof(TableSeats)); } = 4;

    /// <summary>What the round invites to. Default coffee.</summary>
    public Offer Offer { get; init; } = Offer.Coffee;

    /// <summary>What makes one possible connection worth more than another.</summary>
    public PairWeights Weights { get; init; } = new();
}
