using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Tests.Matching.Solver;

/// <summary>Graphs small enough to try every matching, made from numbers that FsCheck chooses.</summary>
internal sealed record SmallGraph(int People, WeightedEdge[] Edges)
{
    public const int MostPeople = 12;

    public static SmallGraph From(int seed, int size, int heaviest)
    {
        var random = new Random(seed);
        var people = size % (MostPeople + 1);
        var density = random.NextDouble();
        var edges = new List<WeightedEdge>();
        for (var a = 0; a < people; a++)
        {
            for (var b = a + 1; b < people; b++)
            {
                if (random.NextDouble() < density)
                {
                    edges.Add(new WeightedEdge(a, b, random.Next(heaviest + 1)));
                }
            }
        }

        return new SmallGraph(people, [.. edges]);
    }

    public MatchingGraph ToGraph() => MatchingGraph.Create(People, Edges);

    /// <summary>The best weight of all matchings: the lowest free person either stays alone or takes any free candidate.</summary>
    public long BestWeight()
    {
        var weights = new int[People, People];
        foreach (var edge in Edges)
        {
            weights[edge.A, edge.B] = weights[edge.B, edge.A] = edge.Weight + 1;
        }

        var best = new long[1 << People];
        for (var set = 1; set < best.Length; set++)
        {
            var first = int.TrailingZeroCount(set);
            var others = set & (set - 1);
            best[set] = best[others];
            for (var rest = others; rest != 0; rest &= rest - 1)
            {
                var second = int.TrailingZeroCount(rest);
                if (weights[first, second] > 0)
                {
                    best[set] = Math.Max(best[set], best[others & ~(1 << second)] + weights[first, second] - 1);
                }
            }
        }

        return best[^1];
    }
}
