using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Turns prices into a proven bound. If y ≥ 0 and y(a) + y(b) ≥ weight(a, b) for every pair, no matching weighs more than Σ y (linear
/// programming duality). Any prices give such a y: half of (price + best profit).
/// </summary>
internal static unsafe class DualBound
{
    private const int Sweeps = 2;

    /// <summary>A feasible y for each person, in dual units, reduced by coordinate descent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] From(MatchingGraph graph, Scale scale, int[] prices, CancellationToken cancellationToken)
    {
        var duals = new int[graph.People];
        var shift = int.Log2(scale.Price);
        fixed (Neighbour* lists = graph.Neighbours)
        fixed (int* offsets = graph.Offsets, price = prices, y = duals)
        {
            for (var person = 0; person < duals.Length; person++)
            {
                y[person] = price[person] + Needed(lists + offsets[person], offsets[person + 1] - offsets[person], price, shift);
            }

            for (var sweep = 0; sweep < Sweeps; sweep++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var step = 0; step < duals.Length; step++)
                {
                    var person = sweep % 2 == 0 ? step : duals.Length - 1 - step;
                    y[person] = Needed(lists + offsets[person], offsets[person + 1] - offsets[person], y, shift + 1);
                }
            }
        }

        return duals;
    }

    /// <summary>The smallest feasible value of a person, given everybody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Needed(Neighbour* list, int count, int* values, int shift)
    {
        var (index, needed) = (0, 0);
        for (; Avx2.IsSupported && index + Lanes.Count <= count && list[index].Weight << shift > needed; index += Lanes.Count)
        {
            needed = Math.Max(needed, Lanes.Highest(Lanes.Profits(list + index, values, shift)));
        }

        for (; index < count && list[index].Weight << shift > needed; index++)
        {
            needed = Math.Max(needed, (list[index].Weight << shift) - values[list[index].Person]);
        }

        return needed;
    }
}
