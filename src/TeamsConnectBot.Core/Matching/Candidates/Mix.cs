namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>Seeded numbers that are the same on every machine (SplitMix64: Steele, Lea and Flood, 2014).</summary>
internal struct Mix(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    public int Below(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    public static ulong Of(ulong seed, int one, int other)
    {
        var (low, high) = one < other ? (one, other) : (other, one);
        return new Mix((seed * 0x9E3779B97F4A7C15UL) ^ ((ulong)(uint)low << 32 | (uint)high)).Next();
    }

    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
