using TeamsConnectBot.Core.Matching.Learning;

namespace TeamsConnectBot.Core.Matching;

/// <summary>Who met whom in earlier rounds of the pool, and what people asked for. None of it is ever shown to anyone.</summary>
public sealed record PoolHistory
{
    /// <summary>The history of a pool's first round.</summary>
    public static PoolHistory Empty { get; } = new();

    /// <summary>How many rounds ago two people last met through the bot; 1 is the previous round. Each pair of a trio counts.</summary>
    public ImmutableDictionary<PersonPair, int> RoundsSinceMet { get; init; } = ImmutableDictionary<PersonPair, int>.Empty;

    /// <summary>Pairs who both asked to meet again: allowed within the repeat window.</summary>
    public ImmutableHashSet<PersonPair> Again { get; init; } = [];

    /// <summary>
    /// Pairs in the middle of a season (see <see cref="Meetings.SeasonMachine"/>): the repeat window does not apply to them, they are
    /// offered gaps that they share, and when both say yes to one of them, they meet each other.
    /// </summary>
    public ImmutableHashSet<PersonPair> Seasons { get; init; } = [];

    /// <summary>Pairs of whom either asked never to be matched; this applies both ways and overrides everything else.</summary>
    public ImmutableHashSet<PersonPair> DoNotMatch { get; init; } = [];

    /// <summary>Which kinds of meetings take place more or less often in this pool, according to the answers afterwards.</summary>
    public LearnedWeights Learned { get; init; } = LearnedWeights.Neutral;
}
