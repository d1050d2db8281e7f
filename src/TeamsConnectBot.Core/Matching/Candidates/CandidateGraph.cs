using TeamsConnectBot.Core.Matching.Engine;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>The candidates of a roster with their weights, and the engine's matching over them.</summary>
internal sealed class CandidateGraph
{
    private CandidateGraph(int[][] candidates, MatchingResult matching)
    {
        Of = candidates;
        Matching = matching;
    }

    /// <summary>For each person, whom they could meet, ascending.</summary>
    public int[][] Of { get; }

    /// <summary>The near-optimal matching.</summary>
    public MatchingResult Matching { get; }

    public static CandidateGraph Match(int[][] candidates, PairWeigher weigher, ulong seed, CancellationToken cancellationToken)
    {
        var edges = new List<WeightedEdge>(candidates.Sum(list => list.Length) / 2);
        for (var one = 0; one < candidates.Length; one++)
        {
            foreach (var other in candidates[one])
            {
                if (one < other)
                {
                    edges.Add(new WeightedEdge(one, other, weigher.Weigh(one, other)));
                }
            }
        }

        var graph = MatchingGraph.Create(candidates.Length, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(edges));
        return new CandidateGraph(candidates, Matcher.Match(graph, new MatcherOptions { Seed = seed }, cancellationToken));
    }
}
