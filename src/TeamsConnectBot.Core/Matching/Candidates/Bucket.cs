using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// People who could meet in one way: in one office, or online. Blocks of 64 keep the union of their members' starts, so
/// that looking for anyone who shares a gap skips whole blocks.
/// </summary>
internal sealed class Bucket
{
    /// <summary>The place number of online meetings; offices have their number in the roster.</summary>
    public const int OnlinePlace = -1;

    private const int BlockSize = 64;

    private readonly ulong[] unions;

    public Bucket(int place, int[] members, Func<int, ReadOnlySpan<ulong>> startsOf)
    {
        Place = place;
        Members = members;
        unions = new ulong[(members.Length + BlockSize - 1) / BlockSize * WeekAvailability.Words];
        for (var index = 0; index < members.Length; index++)
        {
            StartBits.Or(unions.AsSpan(index / BlockSize * WeekAvailability.Words, WeekAvailability.Words), startsOf(members[index]));
        }
    }

    /// <summary>The office's number, or <see cref="OnlinePlace"/>.</summary>
    public int Place { get; }

    public bool IsOnline => Place == OnlinePlace;

    /// <summary>The people, alike ones side by side so that a block's union stays narrow.</summary>
    public int[] Members { get; }

    /// <summary>Walks everyone whose block shares a start, from a given place on and round; stops when told to.</summary>
    /// <param name="from">The index to begin at.</param>
    /// <param name="starts">The starts to share.</param>
    /// <param name="visit">Returns false to stop.</param>
    public void Walk(int from, ReadOnlySpan<ulong> starts, Func<int, bool> visit)
    {
        var blocks = unions.Length / WeekAvailability.Words;
        for (var step = 0; step < blocks; step++)
        {
            var block = (from / BlockSize + step) % blocks;
            if (!CommonGap.Exists(unions.AsSpan(block * WeekAvailability.Words, WeekAvailability.Words), starts))
            {
                continue;
            }

            var end = Math.Min(Members.Length, (block + 1) * BlockSize);
            for (var index = block * BlockSize; index < end; index++)
            {
                if (!visit(Members[index]))
                {
                    return;
                }
            }
        }
    }
}
