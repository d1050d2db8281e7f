namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>The orders in which people bid, from a seed: as numbered, back to front, and shuffled.</summary>
internal static class BidOrder
{
    private const int SmallPool = 8_000;
    private const int OrdersForSmallPool = 4;

    /// <summary>How many orders to try: in a small pool errors average out less, and there is time to spare.</summary>
    public static int CountFor(int people) => people < SmallPool ? OrdersForSmallPool : 1;

    /// <summary>The order of one run, or null for people as numbered.</summary>
    public static int[]? For(int people, int run, ulong seed)
    {
        if (run == 0 && seed == 0)
        {
            return null;
        }

        int[] order = [.. Enumerable.Range(0, people)];
        if (run == 1 && seed == 0)
        {
            Array.Reverse(order);
        }
        else
        {
            new SplitMix64(seed + ((ulong)run * 0xD1B54A32D192ED03)).Shuffle(order);
        }

        return order;
    }
}
