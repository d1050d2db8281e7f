namespace TeamsConnectBot.Benchmarks.Yardstick;

/// <summary>
/// Exactly the pairs that the yardstick's <c>limits</c> program tests on a million people, so that the feasible share must be the same.
/// That program draws them from one splitmix64 stream, test by test.
/// </summary>
internal static class LimitsPairs
{
    public const int People = 1_000_000;
    public const int Pairs = 20_000_000;
    private const int CandidatesPerPerson = 20;
    private const int PersonStride = 97;
    private const ulong Seed = 7;
    private const ulong Step = 0x9E3779B97F4A7C15;

    // Three other tests precede the two on a million people, each with two draws per pair.
    private const ulong DrawsBeforeRandom = 3UL * 2 * Pairs;
    private const ulong DrawsBeforeCandidates = 4UL * 2 * Pairs;

    /// <summary>Pairs of any two people.</summary>
    public static (int[] One, int[] Other) Random()
    {
        var state = unchecked(Seed + (DrawsBeforeRandom * Step));
        var (one, other) = (new int[Pairs], new int[Pairs]);
        for (var pair = 0; pair < Pairs; pair++)
        {
            one[pair] = Below(ref state);
            other[pair] = Below(ref state);
        }

        return (one, other);
    }

    /// <summary>Twenty candidates for one person, then for the next.</summary>
    public static (int[] One, int[] Other) Candidates()
    {
        var state = unchecked(Seed + (DrawsBeforeCandidates * Step));
        var (one, other) = (new int[Pairs], new int[Pairs]);
        for (var pair = 0; pair < Pairs; pair++)
        {
            one[pair] = (int)((ulong)(pair / CandidatesPerPerson) * PersonStride % People);
            other[pair] = Below(ref state);
        }

        return (one, other);
    }

    private static int Below(ref ulong state)
    {
        var mixed = state += Step;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (int)(((mixed >> 32) * People) >> 32);
    }
}
