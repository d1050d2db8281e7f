namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>How one run of <see cref="Matcher"/> goes about its work.</summary>
public sealed record MatcherOptions
{
    /// <summary>The most orders one run may try.</summary>
    public const int MaxOrders = 1024;

    private readonly int orders;

    /// <summary>Decides between equally good choices. The same graph and seed give the same pairs on every machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// In how many orders people bid; the best parts of all orders are merged. More orders cost proportionally more time.
    /// 0 (the default) chooses by size: several for a small pool, one for a large one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="MaxOrders"/>.</exception>
    public int Orders
    {
        get => orders;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Orders));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxOrders, nameof(Orders));
            orders = value;
        }
    }

    /// <summary>Hears how far the run is, 0 … 1, never falling; called on the thread that runs the matching.</summary>
    public IProgress<double>? Progress { get; init; }
}
