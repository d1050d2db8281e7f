namespace TeamsConnectBot.Core.Matching.Solver.Seats;

/// <summary>Pairs of seats, and proof of how good they are.</summary>
/// <param name="Pairs">The pairs of seats in ascending order, the lower number first, with the weight each was given.</param>
/// <param name="Weight">The sum of their weights, and for each owner with a taken seat what the first one is worth.</param>
/// <param name="UpperBound">No choice of pairs weighs more than this. Proven in the same run, by linear programming duality.</param>
public sealed record SeatMatching(IReadOnlyList<WeightedEdge> Pairs, long Weight, long UpperBound)
{
    /// <summary>The weight as a share of the best possible weight is at least this, 0 … 1.</summary>
    public double CertifiedRatio => UpperBound == 0 ? 1 : (double)Weight / UpperBound;
}
