namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Two people who may be matched, and how much that would be worth.</summary>
/// <param name="A">One person's number, 0 … people − 1.</param>
/// <param name="B">The other's number; the order of the two does not matter.</param>
/// <param name="Weight">The worth, 0 … <see cref="MatchingGraph.MaxWeight"/>; only its ratio to other weights counts.</param>
public readonly record struct WeightedEdge(int A, int B, int Weight);
