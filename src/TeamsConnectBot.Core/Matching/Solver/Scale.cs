namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Integers represent fractions of a weight: prices in units of 1/<see cref="Price"/>, duals in units of 1/<see cref="Dual"/>. Without
/// floating point, every machine gets the same pairs.
/// </summary>
internal readonly record struct Scale(int Price)
{
    private const int Finest = 8;
    private const int Room = 1 << 28;

    /// <summary>A dual is half a price.</summary>
    public int Dual => 2 * Price;

    /// <summary>The finest scale at which sums of a few duals still fit in 32 bits.</summary>
    public static Scale For(MatchingGraph graph)
    {
        var price = Finest;
        while (price > 1 && 2L * price * graph.HeaviestWeight > Room)
        {
            price /= 2;
        }

        return new Scale(price);
    }
}
