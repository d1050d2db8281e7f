namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>The orders in which people bid, from a seed: as numbered, back to front, and shuffled.</summary>
internal static class BidOrder
{
    private const int SmallPool = 8_000;
    private const int OrdersForSmallPool = 4;

    /// <summary>How many orders suit a number of people: a small pool has fewer people for errors to average out over, and time to spare.</summary>
    public static int CountFor(int people) => people < SmallPool ? OrdersForSmallPool : 1;

    /// <summary>The order of one run, or null for people as numbered.</summary>
    public static int[]? For(int people, int run, ulong seed)
    {
        if (run == 0 && seed == 0)
        {
            return null;
        }

        var order = new int[people];
        for (var index = 0; index < people; index++)
        {
            order[index] = index;
        }

        if (run == 1 && seed == 0)
        {
            Array.Reverse(order);
            return order;
        }

        var random = new SplitMix64(seed + ((ulong)run * 0xD1B54A32D192ED03));
        for (var left = people; left > 1; left--)
        {
            var chosen = random.Below(left);
            (order[left - 1], order[chosen]) = (order[chosen], order[left - 1]);
        }

        return order;
    }
}
