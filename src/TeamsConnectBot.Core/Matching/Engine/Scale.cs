namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>
/// Whole numbers stand for fractions of a weight: prices count in 1/<see cref="Price"/>, duals in 1/<see cref="Dual"/>.
/// No floating point, so every machine gets the same pairs.
/// </summary>
internal readonly record struct Scale(int Price)
{
    private const int Finest = 8;
    private const int Room = 1 << 28;

    /// <summary>Duals are halves of prices.</summary>
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
