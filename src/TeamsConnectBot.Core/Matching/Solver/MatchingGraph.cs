using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// People and the pairs that may be formed, stored as one flat candidate list per person, heaviest first (compressed sparse rows). Takes
/// 16 bytes per pair and 8 per person.
/// </summary>
public sealed partial class MatchingGraph
{
    /// <summary>The largest weight a pair may have. It leaves room for scaled prices in 32 bits.</summary>
    public const int MaxWeight = 100_000_000;

    /// <summary>The most pairs a graph may have, limited by the length of one array.</summary>
    public const int MaxPairs = 1_000_000_000;

    private readonly int[] offsets;
    private readonly Neighbour[] neighbours;

    private MatchingGraph(int[] offsets, Neighbour[] neighbours)
    {
        this.offsets = offsets;
        this.neighbours = neighbours;
        for (var person = 0; person < People; person++)
        {
            // The lists are sorted, so the first entry is the heaviest.
            HeaviestWeight = Math.Max(HeaviestWeight, Candidates(person) is [var first, ..] ? first.Weight : 0);
        }
    }

    /// <summary>How many people there are; they are numbered from 0.</summary>
    public int People => offsets.Length - 1;

    /// <summary>How many different pairs may be formed.</summary>
    public int Pairs => offsets[^1] / 2;

    /// <summary>The weight of the heaviest pair; 0 when there are no pairs.</summary>
    public int HeaviestWeight { get; }

    internal ReadOnlySpan<int> Offsets => offsets;

    internal ReadOnlySpan<Neighbour> Neighbours => neighbours;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<Neighbour> Candidates(int person)
    {
        var start = offsets[person];
        return new ReadOnlySpan<Neighbour>(neighbours, start, offsets[person + 1] - start);
    }

    /// <summary>The weight of a pair, or −1 when the two may not be matched.</summary>
    internal int WeightOf(int a, int b)
    {
        foreach (var candidate in Candidates(a))
        {
            if (candidate.Person == b)
            {
                return candidate.Weight;
            }
        }

        return -1;
    }
}
