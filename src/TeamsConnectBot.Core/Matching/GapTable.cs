using System.Runtime.CompilerServices;
using TeamsConnectBot.Core.Matching.Solver;

namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// Everybody's prepared calendar in one flat block, for testing many pairs: each calendar starts on a cache line, and calendars needed
/// soon are prefetched.
/// </summary>
public sealed unsafe class GapTable
{
    private const int CacheLineWords = 8;

    /// <summary>How many pairs ahead to prefetch: enough to hide the latency of memory, few enough to stay in the L1 cache.</summary>
    private const int PairsAhead = 24;

    private readonly ulong[] block;
    private readonly ulong* calendars;
    private readonly int people;
    private readonly int words;

    /// <summary>Allocates the table; everybody starts without any gap.</summary>
    /// <param name="people">How many people there are.</param>
    /// <param name="words">The number of 64-bit words per calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="words"/> is 0.</exception>
    public GapTable(int people, int words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        this.people = people;
        this.words = (words + CacheLineWords - 1) / CacheLineWords * CacheLineWords;
        block = GC.AllocateArray<ulong>(checked((people * this.words) + CacheLineWords), pinned: true);
        calendars = (ulong*)(((nuint)Unsafe.AsPointer(ref block[0]) + 63) & ~(nuint)63);
    }

    /// <summary>Prepares one person's calendar.</summary>
    /// <param name="person">The person's number.</param>
    /// <param name="free">The free quarter hours, lowest first.</param>
    /// <param name="quarterHours">The length of a gap, 1 … 64.</param>
    /// <exception cref="ArgumentException">The calendar has more words than the table was made for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public void Set(int person, ReadOnlySpan<ulong> free, int quarterHours)
    {
        Check(person);
        CommonGap.Prepare(free, quarterHours, new Span<ulong>(calendars + ((nint)person * words), words));
    }

    /// <summary>How many of the pairs one[k], other[k] have a gap in common.</summary>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A pair contains somebody who does not exist.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long CountSharing(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (one.Length != other.Length)
        {
            throw new ArgumentException($"{one.Length} and {other.Length} people do not make pairs.", nameof(other));
        }

        long sharing = 0;
        for (var pair = 0; pair < one.Length; pair++)
        {
            var ahead = pair + PairsAhead;
            if (ahead < one.Length && (uint)one[ahead] < (uint)people && (uint)other[ahead] < (uint)people)
            {
                Prefetch.Lines(calendars + ((nint)one[ahead] * words), 1);
                Prefetch.Lines(calendars + ((nint)other[ahead] * words), 1);
            }

            Check(one[pair]);
            Check(other[pair]);
            sharing += CommonGap.Exists(ref calendars[(nint)one[pair] * words], ref calendars[(nint)other[pair] * words], words) ? 1 : 0;
        }

        GC.KeepAlive(block);
        return sharing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(int person)
    {
        if ((uint)person >= (uint)people)
        {
            Refuse(person);
        }
    }

    private void Refuse(int person) =>
        throw new ArgumentOutOfRangeException(nameof(person), person, $"People are numbered 0 … {people - 1}.");
}
