using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// Tests whether two people share a gap, on bitsets of quarter hours, lowest first. Each person's calendar is prepared once: a bit
/// remains where a gap could start (<c>e = free &amp; free &gt;&gt; 1 &amp; …</c>). Two people then share a gap exactly when
/// <c>(e_a &amp; e_b) != 0</c>.
/// </summary>
public static class CommonGap
{
    private const int WordBits = 64;

    /// <summary>Keeps the quarter hours from which a whole gap is free. A gap may span words but not run past the end.</summary>
    /// <param name="free">The free quarter hours.</param>
    /// <param name="quarterHours">The length of a gap, 1 … 64.</param>
    /// <param name="starts">Receives as many words as there are in <paramref name="free"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException"><paramref name="starts"/> is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarterHours"/> is out of range.</exception>
    public static void Prepare(ReadOnlySpan<ulong> free, int quarterHours, Span<ulong> starts)
    {
        Allowed.Within(quarterHours, 1, WordBits, nameof(quarterHours));
        free.CopyTo(starts);
        for (var word = 0; word < free.Length; word++)
        {
            // The words after this one are still unchanged, so this works in place.
            var own = starts[word];
            var next = word + 1 < free.Length ? starts[word + 1] : 0;
            var bits = own;
            for (var shift = 1; shift < quarterHours; shift++)
            {
                bits &= (own >> shift) | (next << (WordBits - shift));
            }

            starts[word] = bits;
        }
    }

    /// <summary>Whether two prepared calendars have a gap in common, with the widest vectors this processor has.</summary>
    /// <exception cref="ArgumentException">They differ in length.</exception>
    public static bool Exists(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        if (one.Length != other.Length)
        {
            throw new ArgumentException($"Calendars of {one.Length} and {other.Length} words cannot be compared.", nameof(other));
        }

        return Exists(ref MemoryMarshal.GetReference(one), ref MemoryMarshal.GetReference(other), one.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Exists(ref ulong one, ref ulong other, int words)
    {
        nuint at = 0;
        var length = (nuint)words;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; at + 8 <= length; at += 8)
            {
                if ((Vector512.LoadUnsafe(ref one, at) & Vector512.LoadUnsafe(ref other, at)) != Vector512<ulong>.Zero)
                {
                    return true;
                }
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            // Two vectors per branch: the processor cannot predict in which of them the gap lies.
            for (; at + 8 <= length; at += 8)
            {
                var low = Vector256.LoadUnsafe(ref one, at) & Vector256.LoadUnsafe(ref other, at);
                var high = Vector256.LoadUnsafe(ref one, at + 4) & Vector256.LoadUnsafe(ref other, at + 4);
                if ((low | high) != Vector256<ulong>.Zero)
                {
                    return true;
                }
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; at + 2 <= length; at += 2)
            {
                if ((Vector128.LoadUnsafe(ref one, at) & Vector128.LoadUnsafe(ref other, at)) != Vector128<ulong>.Zero)
                {
                    return true;
                }
            }
        }

        for (; at < length; at++)
        {
            if ((Unsafe.Add(ref one, at) & Unsafe.Add(ref other, at)) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
