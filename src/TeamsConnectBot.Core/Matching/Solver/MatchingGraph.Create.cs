using System.Globalization;

namespace TeamsConnectBot.Core.Matching.Solver;

public sealed partial class MatchingGraph
{
    /// <summary>
    /// Builds the graph. A pair that occurs more than once counts once, with its heaviest weight. The order of the edges, and of the two
    /// people in an edge, does not matter.
    /// </summary>
    /// <param name="people">How many people there are, 0 or more.</param>
    /// <param name="edges">The pairs that may be formed; people are numbered 0 … <paramref name="people"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="people"/> is negative, or there are more than <see cref="MaxPairs"/> edges.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An edge pairs somebody with themselves, names somebody who does not exist or has a weight outside 0 … <see cref="MaxWeight"/>; the
    /// message names the edge.
    /// </exception>
    public static MatchingGraph Create(int people, ReadOnlySpan<WeightedEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(edges.Length, MaxPairs, nameof(edges));
        var (offsets, mayRepeat) = Count(people, edges);
        var neighbours = Scatter(offsets, edges);
        SortLists(offsets, neighbours);
        return mayRepeat ? DropRepeats(offsets, neighbours) : new MatchingGraph(offsets, neighbours);
    }

    private static (int[] Offsets, bool MayRepeat) Count(int people, ReadOnlySpan<WeightedEdge> edges)
    {
        var offsets = new int[people + 1];
        var inOrder = true;
        var last = -1L;
        for (var index = 0; index < edges.Length; index++)
        {
            var edge = edges[index];
            if ((uint)edge.A >= (uint)people || (uint)edge.B >= (uint)people || edge.A == edge.B || (uint)edge.Weight > MaxWeight)
            {
                throw new ArgumentException(Fault(edge, index, people), nameof(edges));
            }

            offsets[edge.A + 1]++;
            offsets[edge.B + 1]++;
            var key = (long)Math.Min(edge.A, edge.B) << 32 | (uint)Math.Max(edge.A, edge.B);
            inOrder &= key > last;
            last = key;
        }

        for (var person = 0; person < people; person++)
        {
            offsets[person + 1] += offsets[person];
        }

        return (offsets, !inOrder);
    }

    private static string Fault(WeightedEdge edge, int index, int people)
    {
        var why = edge.A == edge.B
            ? "pairs somebody with themselves"
            : (uint)edge.Weight > MaxWeight
                ? $"has a weight outside 0 … {MaxWeight.ToString(CultureInfo.InvariantCulture)}"
                : $"names somebody outside 0 … {(people - 1).ToString(CultureInfo.InvariantCulture)}";
        return string.Create(CultureInfo.InvariantCulture, $"Edge {index} ({edge.A}, {edge.B}, weight {edge.Weight}) {why}.");
    }

    private static Neighbour[] Scatter(int[] offsets, ReadOnlySpan<WeightedEdge> edges)
    {
        var neighbours = GC.AllocateUninitializedArray<Neighbour>(offsets[^1]);
        foreach (var edge in edges)
        {
            neighbours[offsets[edge.A]++] = new Neighbour(edge.B, edge.Weight);
            neighbours[offsets[edge.B]++] = new Neighbour(edge.A, edge.Weight);
        }

        // Every offset is now at the end of its list, which is the start of the next list.
        offsets.AsSpan(0, offsets.Length - 1).CopyTo(offsets.AsSpan(1));
        offsets[0] = 0;
        return neighbours;
    }

    private static void SortLists(int[] offsets, Neighbour[] neighbours)
    {
        for (var person = 0; person + 1 < offsets.Length; person++)
        {
            CandidateOrder.Sort(neighbours.AsSpan(offsets[person]..offsets[person + 1]));
        }
    }

    private static MatchingGraph DropRepeats(int[] offsets, Neighbour[] neighbours)
    {
        var seenBy = new int[offsets.Length - 1];
        var kept = 0;
        for (var person = 0; person + 1 < offsets.Length; person++)
        {
            var (start, end) = (offsets[person], offsets[person + 1]);
            offsets[person] = kept;
            for (var index = start; index < end; index++)
            {
                ref var seen = ref seenBy[neighbours[index].Person];
                if (seen != person + 1)
                {
                    seen = person + 1;
                    neighbours[kept++] = neighbours[index];
                }
            }
        }

        offsets[^1] = kept;
        return new MatchingGraph(offsets, kept == neighbours.Length ? neighbours : neighbours[..kept]);
    }
}
