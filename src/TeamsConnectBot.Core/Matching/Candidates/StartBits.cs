using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>Bits of a week that say where a meeting could start, one a quarter hour, in <see cref="WeekAvailability.Words"/> words.</summary>
internal static class StartBits
{
    /// <summary>The bits first … end − 1, within the week.</summary>
    public static ulong[] Range(int first, int end)
    {
        var bits = new ulong[WeekAvailability.Words];
        for (var quarter = Math.Max(0, first); quarter < Math.Min(end, Week.QuarterHours); quarter++)
        {
            bits[quarter >> 6] |= 1UL << (quarter & 63);
        }

        return bits;
    }

    public static void And(Span<ulong> bits, ReadOnlySpan<ulong> mask)
    {
        for (var word = 0; word < WeekAvailability.Words; word++)
        {
            bits[word] &= mask[word];
        }
    }

    public static void Or(Span<ulong> bits, ReadOnlySpan<ulong> more)
    {
        for (var word = 0; word < WeekAvailability.Words; word++)
        {
            bits[word] |= more[word];
        }
    }

    public static bool Contains(ReadOnlySpan<ulong> bits, int quarter) => (bits[quarter >> 6] >> (quarter & 63) & 1) != 0;

    public static bool IsEmpty(ReadOnlySpan<ulong> bits) => bits.IndexOfAnyExcept(0UL) < 0;

    /// <summary>The set quarter hours, ascending.</summary>
    public static Enumerator Of(ReadOnlySpan<ulong> bits) => new(bits);

    public ref struct Enumerator(ReadOnlySpan<ulong> bits)
    {
        private readonly ReadOnlySpan<ulong> bits = bits;
        private ulong rest = bits[0];
        private int word;

        public int Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (rest == 0)
            {
                if (++word == WeekAvailability.Words)
                {
                    return false;
                }

                rest = bits[word];
            }

            Current = (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }
}
