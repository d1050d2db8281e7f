using System.Numerics;

namespace TeamsConnectBot.Core.Availability;

/// <summary>
/// When one person could meet during a <see cref="Week"/>: 672 bits, one a quarter hour, set where the person is free
/// inside their own working hours. Unknown is never free. Held in memory for a round, never stored.
/// </summary>
public sealed class WeekAvailability : IEquatable<WeekAvailability>
{
    /// <summary>64-bit words behind the bits; the last half word is unused.</summary>
    public const int Words = 11;

    private readonly ulong[] words;

    private WeekAvailability(ulong[] words) => this.words = words;

    /// <summary>Never free.</summary>
    public static WeekAvailability None { get; } = new(new ulong[Words]);

    /// <summary>The bits, lowest quarter hour first.</summary>
    public ReadOnlySpan<ulong> Bits => words;

    /// <summary>How many quarter hours are free.</summary>
    public int FreeQuarterHours => words.Sum(BitOperations.PopCount);

    /// <summary>Takes the union of slots as free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A slot reaches outside the week or is empty.</exception>
    public static WeekAvailability FromSlots(IEnumerable<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var bits = new ulong[Words];
        foreach (var slot in slots)
        {
            if (slot.Length < 1 || slot.Start < 0 || slot.End > Week.QuarterHours)
            {
                throw new ArgumentOutOfRangeException(nameof(slots), slot, $"A slot lies within 0 … {Week.QuarterHours} and lasts at least 1.");
            }

            for (var quarter = slot.Start; quarter < slot.End; quarter++)
            {
                bits[quarter >> 6] |= 1UL << (quarter & 63);
            }
        }

        return new WeekAvailability(bits);
    }

    /// <summary>Takes ready-made bits, lowest quarter hour first; bits past the week's end are dropped.</summary>
    public static WeekAvailability FromBits(ReadOnlySpan<ulong> bits)
    {
        var copy = new ulong[Words];
        bits[..Math.Min(bits.Length, Words)].CopyTo(copy);
        copy[Words - 1] &= (1UL << (Week.QuarterHours & 63)) - 1;
        return new WeekAvailability(copy);
    }

    /// <summary>Whether one quarter hour is free.</summary>
    public bool IsFree(int quarterHour) =>
        quarterHour is >= 0 and < Week.QuarterHours && (words[quarterHour >> 6] >> (quarterHour & 63) & 1) != 0;

    /// <summary>Whether the whole slot is free.</summary>
    public bool IsFree(Slot slot)
    {
        for (var quarter = slot.Start; quarter < slot.End; quarter++)
        {
            if (!IsFree(quarter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>When both are free.</summary>
    public WeekAvailability And(WeekAvailability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var bits = new ulong[Words];
        for (var word = 0; word < Words; word++)
        {
            bits[word] = words[word] & other.words[word];
        }

        return new WeekAvailability(bits);
    }

    /// <summary>When this one is free and the other is not.</summary>
    public WeekAvailability Without(WeekAvailability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var bits = new ulong[Words];
        for (var word = 0; word < Words; word++)
        {
            bits[word] = words[word] & ~other.words[word];
        }

        return new WeekAvailability(bits);
    }

    /// <summary>The free stretches, longest possible each, in order.</summary>
    public IEnumerable<Slot> Gaps()
    {
        var start = -1;
        for (var quarter = 0; quarter <= Week.QuarterHours; quarter++)
        {
            var free = IsFree(quarter);
            if (free && start < 0)
            {
                start = quarter;
            }
            else if (!free && start >= 0)
            {
                yield return new Slot(start, quarter - start);
                start = -1;
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(WeekAvailability? other) => other is not null && words.AsSpan().SequenceEqual(other.words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeekAvailability);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words.AsSpan()));
        return hash.ToHashCode();
    }
}
