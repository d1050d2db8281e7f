using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Availability;

/// <summary>
/// When one person could meet during a <see cref="Week"/>: 672 bits, one per quarter hour, set where the person is free within their
/// own working hours. Time about which nothing is known is not free. Held in memory for the length of a round, never stored.
/// </summary>
public sealed class WeekAvailability : IEquatable<WeekAvailability>
{
    /// <summary>Number of 64-bit words that hold the bits; the second half of the last one is unused.</summary>
    public const int Words = 11;

    private readonly ulong[] words;

    private WeekAvailability(ulong[] words) => this.words = words;

    /// <summary>The availability of somebody who is never free.</summary>
    public static WeekAvailability None { get; } = new(new ulong[Words]);

    /// <summary>The bits, lowest quarter hour first.</summary>
    public ReadOnlySpan<ulong> Bits => words;

    /// <summary>Creates the availability of somebody who is free in exactly these slots, which may overlap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A slot is empty or reaches outside the week.</exception>
    public static WeekAvailability FromSlots(IEnumerable<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var bits = new ulong[Words];
        foreach (var slot in slots)
        {
            if (slot.Length < 1 || slot.Start < 0 || slot.End > Week.QuarterHours)
            {
                throw new ArgumentOutOfRangeException(nameof(slots), slot, $"A slot lies within 0 … {Week.QuarterHours} and is not empty.");
            }

            for (var quarter = slot.Start; quarter < slot.End; quarter++)
            {
                bits[quarter >> 6] |= 1UL << (quarter & 63);
            }
        }

        return new WeekAvailability(bits);
    }

    /// <summary>Whether one quarter hour is free.</summary>
    public bool IsFree(int quarterHour) =>
        quarterHour is >= 0 and < Week.QuarterHours && (words[quarterHour >> 6] >> (quarterHour & 63) & 1) != 0;

    /// <summary>Whether the whole slot is free.</summary>
    public bool IsFree(Slot slot) => Enumerable.Range(slot.Start, slot.Length).All(IsFree);

    /// <summary>The quarter hours in which both are free.</summary>
    public WeekAvailability And(WeekAvailability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new WeekAvailability([.. words.Zip(other.words, (mine, theirs) => mine & theirs)]);
    }

    /// <summary>The quarter hours in which at least one of them is free.</summary>
    public WeekAvailability Or(WeekAvailability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new WeekAvailability([.. words.Zip(other.words, (mine, theirs) => mine | theirs)]);
    }

    /// <summary>The quarter hours in which this one is free and the other is not.</summary>
    public WeekAvailability Without(WeekAvailability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new WeekAvailability([.. words.Zip(other.words, (mine, theirs) => mine & ~theirs)]);
    }

    /// <summary>The free stretches in order, each as long as possible.</summary>
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
        hash.AddBytes(MemoryMarshal.AsBytes(words.AsSpan()));
        return hash.ToHashCode();
    }
}
