namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Options for one run of <see cref="Matcher"/>.</summary>
public sealed record MatcherOptions
{
    /// <summary>The most orders that one run may try.</summary>
    public const int MaxOrders = 1024;

    /// <summary>Breaks ties between equally good choices. The same graph and seed give the same pairs on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The number of orders in which people bid; the best parts of all results are merged. More orders take proportionally more time.
    /// 0 (the default) chooses by size: several for a small pool, one for a large one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="MaxOrders"/>.</exception>
    public int Orders { get; init => field = Allowed.Within(value, 0, MaxOrders); }
}
