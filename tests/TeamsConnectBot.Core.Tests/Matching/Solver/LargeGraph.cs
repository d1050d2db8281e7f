using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

/// <summary>Graphs too large for the exact search, to test the fast method.</summary>
internal static class LargeGraph
{
    public static WeightedEdge[] Random(int people, int pairs, int heaviest, int seed)
    {
        var random = new Random(seed);
        var edges = new WeightedEdge[pairs];
        for (var index = 0; index < pairs; index++)
        {
            var a = random.Next(people);
            edges[index] = new WeightedEdge(a, (a + 1 + random.Next(people - 1)) % people, random.Next(heaviest + 1));
        }

        return edges;
    }

    /// <summary>The weight of the greedy matching, which always takes the heaviest pair of people who are both still free.</summary>
    public static long GreedyWeight(int people, IEnumerable<WeightedEdge> edges)
    {
        var taken = new bool[people];
        long weight = 0;
        foreach (var edge in edges.OrderBy(edge => (-edge.Weight, Math.Min(edge.A, edge.B), Math.Max(edge.A, edge.B))))
        {
            if (!taken[edge.A] && !taken[edge.B])
            {
                taken[edge.A] = taken[edge.B] = true;
                weight += edge.Weight;
            }
        }

        return weight;
    }
}
