namespace TeamsConnectBot.Core.Matching;

/// <summary>Steele, Lea and Flood's seeded generator (2014): small, fast, and the same on every machine and runtime version.</summary>
internal struct SplitMix64(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    public ulong Next()
    {
        var mixed = state += Golden;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to but not including a limit; its bias is less than the limit ÷ 2³².</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number that depends on a seed and two people, in either order.</summary>
    public static ulong Of(ulong seed, int one, int other) =>
        new SplitMix64((seed * Golden) ^ ((ulong)(uint)Math.Min(one, other) << 32 | (uint)Math.Max(one, other))).Next();

    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
