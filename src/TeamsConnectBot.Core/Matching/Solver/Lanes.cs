using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Eight entries of a candidate list at once, where the processor has AVX2.</summary>
internal static class Lanes
{
    public const int Count = 8;

    /// <summary>Which entry each lane holds.</summary>
    public static Vector256<int> Order => Vector256.Create(0, 1, 4, 5, 2, 3, 6, 7);

    /// <summary>Each entry's weight, scaled, less the value of its person.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<int> Profits(Neighbour* list, int* values, int shift)
    {
        // Two loads hold eight (person, weight) entries; shuffling the halves separately leaves them in the order above.
        var low = Avx.LoadVector256((float*)list);
        var high = Avx.LoadVector256((float*)(list + (Count / 2)));
        var people = Avx.Shuffle(low, high, 0b10_00_10_00).AsInt32();
        var worths = Vector256.ShiftLeft(Avx.Shuffle(low, high, 0b11_01_11_01).AsInt32(), shift);
        return Avx2.Subtract(worths, Avx2.GatherVector256(values, people, sizeof(int)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Highest(Vector256<int> values)
    {
        var four = Vector128.Max(values.GetLower(), values.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Max(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Lowest(Vector256<int> values)
    {
        var four = Vector128.Min(values.GetLower(), values.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
