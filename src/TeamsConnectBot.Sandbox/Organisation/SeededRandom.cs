namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>SplitMix64: the same numbers for the same seed on every machine and framework, and cheap to create.</summary>
internal struct SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>Combines two numbers into one seed.</summary>
    public static ulong Mix(ulong a, ulong b) => new SeededRandom(a ^ (b * 0x9E3779B97F4A7C15)).NextBits();

    public static ulong Mix(ulong seed, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Mix(Mix(seed, BitConverter.ToUInt64(bytes)), BitConverter.ToUInt64(bytes[8..]));
    }

    public ulong NextBits()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to but not including a bound.</summary>
    public int Next(int bound) => (int)(NextDouble() * bound);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Picks an index with a probability proportional to its weight.</summary>
    public int PickWeighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = NextDouble() * total;
        for (var index = 0; index < weights.Length; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>A draw from the standard normal distribution (Box–Muller).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());
}
