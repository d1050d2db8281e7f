using System.Collections.Immutable;
using TeamsConnectBot.Core.Matching.Learning;

namespace TeamsConnectBot.Core.Matching;

/// <summary>Who met whom in earlier rounds of the pool, and what people asked for. Nobody is ever shown any of it.</summary>
public sealed record PoolHistory
{
    /// <summary>A pool's first round.</summary>
    public static PoolHistory Empty { get; } = new();

    /// <summary>How many rounds ago two people last met through the bot; 1 is the round before this one. Each pair of a trio counts.</summary>
    public ImmutableDictionary<PersonPair, int> RoundsSinceMet { get; init; } = ImmutableDictionary<PersonPair, int>.Empty;

    /// <summary>Pairs where both asked to meet again: allowed inside the repeat window.</summary>
    public ImmutableHashSet<PersonPair> Again { get; init; } = [];

    /// <summary>Pairs where either asked never to be brought together; it holds both ways and above everything else.</summary>
    public ImmutableHashSet<PersonPair> DoNotMatch { get; init; } = [];

    /// <summary>What kinds of meetings take place more or less often in this pool, from the answers afterwards.</summary>
    public LearntWeights Learnt { get; init; } = LearntWeights.Neutral;

    /// <summary>How strongly two people already work together, 0 and up; pairs that are absent have no known tie.</summary>
    public ImmutableDictionary<PersonPair, int> Ties { get; init; } = ImmutableDictionary<PersonPair, int>.Empty;
}
