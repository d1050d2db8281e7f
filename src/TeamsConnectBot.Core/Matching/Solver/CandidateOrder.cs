using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Heaviest first, then by number: an order that does not depend on the order of the input.</summary>
internal static class CandidateOrder
{
    private const int InsertionLimit = 40;

    public static void Sort(Span<Neighbour> list)
    {
        // As one 64-bit number, the weight is the upper half; complementing it turns plain ascending order into the order we want.
        var keys = MemoryMarshal.Cast<Neighbour, ulong>(list);
        foreach (ref var key in keys)
        {
            key ^= 0xFFFF_FFFF_0000_0000;
        }

        if (keys.Length <= InsertionLimit)
        {
            InsertionSort(keys);
        }
        else
        {
            keys.Sort();
        }

        foreach (ref var key in keys)
        {
            key ^= 0xFFFF_FFFF_0000_0000;
        }
    }

    private static void InsertionSort(Span<ulong> keys)
    {
        for (var next = 1; next < keys.Length; next++)
        {
            var key = keys[next];
            var at = next;
            while (at > 0 && keys[at - 1] > key)
            {
                keys[at] = keys[at - 1];
                at--;
            }

            keys[at] = key;
        }
    }
}
