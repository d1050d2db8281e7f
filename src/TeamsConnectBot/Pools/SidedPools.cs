namespace TeamsConnectBot.Pools;

/// <summary>What holds for every pool with two sides.</summary>
internal static class SidedPools
{
    /// <summary>
    /// The fewest people a side needs before anybody is asked. With one or two, an invitation would tell the other side whom they would
    /// meet, although it promises to name nobody.
    /// </summary>
    public const int Fewest = 3;

    /// <summary>The longest name of a side, as a card shows it in a sentence.</summary>
    public const int LongestName = 60;
}
