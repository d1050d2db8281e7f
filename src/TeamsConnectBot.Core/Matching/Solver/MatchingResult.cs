namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>The pairs, their total weight, and a proven upper bound of the weight of any matching.</summary>
public sealed class MatchingResult
{
    private readonly int[] mates;

    internal MatchingResult(Pairing pairing, long upperBound)
    {
        mates = pairing.Mates;
        foreach (var (a, _) in EnumeratePairs())
        {
            Weight += pairing.Weights[a];
            Pairs++;
        }

        UpperBound = upperBound;
    }

    /// <summary>How many pairs were formed.</summary>
    public int Pairs { get; }

    /// <summary>How many people have no partner.</summary>
    public int Unmatched => mates.Length - (2 * Pairs);

    /// <summary>The sum of the weights of the pairs.</summary>
    public long Weight { get; }

    /// <summary>No matching of this graph weighs more than this. Proven in the same run, by linear programming duality.</summary>
    public long UpperBound { get; }

    /// <summary>The weight as a share of the best possible weight is at least this, 0 … 1.</summary>
    public double CertifiedRatio => UpperBound == 0 ? 1 : (double)Weight / UpperBound;

    /// <summary>The pairs in ascending order, each once, with the lower number first.</summary>
    public IEnumerable<(int A, int B)> EnumeratePairs()
    {
        for (var person = 0; person < mates.Length; person++)
        {
            if (mates[person] > person)
            {
                yield return (person, mates[person]);
            }
        }
    }
}
