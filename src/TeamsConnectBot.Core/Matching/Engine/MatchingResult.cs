using TeamsConnectBot.Core.Matching.Settling;

namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Who is brought together with whom, what that is worth, and the most it could have been worth.</summary>
public sealed class MatchingResult
{
    private readonly MatchingGraph graph;
    private readonly int[] mates;
    private readonly Lazy<int[]> components;

    internal MatchingResult(MatchingGraph graph, int[] mates, long upperBound)
    {
        this.graph = graph;
        this.mates = mates;
        for (var person = 0; person < mates.Length; person++)
        {
            if (mates[person] > person)
            {
                Weight += graph.WeightOf(person, mates[person]);
                Pairs++;
            }
        }

        UpperBound = upperBound;
        components = new Lazy<int[]>(FreeByComponent);
    }

    /// <summary>How many people there were.</summary>
    public int People => mates.Length;

    /// <summary>How many pairs were formed.</summary>
    public int Pairs { get; }

    /// <summary>How many people have no partner.</summary>
    public int Unmatched => People - (2 * Pairs);

    /// <summary>The sum of the pairs' weights.</summary>
    public long Weight { get; }

    /// <summary>No matching of this graph weighs more than this. Proven in the same run, by linear programming duality.</summary>
    public long UpperBound { get; }

    /// <summary>The least this result can be of the best possible, 0 … 1.</summary>
    public double CertifiedRatio => UpperBound == 0 ? 1 : (double)Weight / UpperBound;

    /// <summary>The partner's number, or −1 for somebody left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public int PartnerOf(int person)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(person);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(person, People);
        return mates[person];
    }

    /// <summary>The pairs, each once with the lower number first, in ascending order.</summary>
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

    /// <summary>Everybody without a partner and why, in ascending order.</summary>
    public IEnumerable<(int Person, LeftOutReason Reason)> EnumerateLeftOut()
    {
        for (var person = 0; person < mates.Length; person++)
        {
            if (mates[person] < 0)
            {
                yield return (person, ReasonFor(person));
            }
        }
    }

    private LeftOutReason ReasonFor(int person)
    {
        if (graph.Candidates(person).IsEmpty)
        {
            return LeftOutReason.NoCandidate;
        }

        return components.Value[person] == 1 ? LeftOutReason.OddOneOut : LeftOutReason.BetterUsedElsewhere;
    }

    /// <summary>For everybody: how many people without a partner their connected component has.</summary>
    private int[] FreeByComponent()
    {
        var componentOf = Components.Find(graph);
        var free = new int[mates.Length];
        for (var person = 0; person < mates.Length; person++)
        {
            free[componentOf[person]] += mates[person] < 0 ? 1 : 0;
        }

        return Array.ConvertAll(componentOf, component => free[component]);
    }
}
