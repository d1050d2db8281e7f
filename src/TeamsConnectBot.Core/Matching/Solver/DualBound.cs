using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Turns prices into a proven bound. If y ≥ 0 and y(a) + y(b) ≥ weight(a, b) for every pair, no matching weighs more than Σ y (linear
/// programming duality). Any prices give such a y: half of (price + best profit).
/// </summary>
internal static unsafe class DualBound
{
    private const int Sweeps = 4;

    /// <summary>A feasible y for each person, in dual units, reduced by coordinate descent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] From(MatchingGraph graph, Scale scale, int[] prices, CancellationToken cancellationToken)
    {
        var duals = new int[graph.People];
        fixed (Neighbour* lists = graph.Neighbours)
        fixed (int* offsets = graph.Offsets, price = prices, y = duals)
        {
            for (var person = 0; person < duals.Length; person++)
            {
                y[person] = price[person] + Needed(lists + offsets[person], lists + offsets[person + 1], price, scale.Price);
            }

            for (var sweep = 0; sweep < Sweeps; sweep++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var step = 0; step < duals.Length; step++)
                {
                    var person = sweep % 2 == 0 ? step : duals.Length - 1 - step;
                    y[person] = Needed(lists + offsets[person], lists + offsets[person + 1], y, scale.Dual);
                }
            }
        }

        return duals;
    }

    /// <summary>The smallest feasible value of a person, given everybody else's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Needed(Neighbour* list, Neighbour* end, int* values, int unit)
    {
        var needed = 0;
        for (; list < end; list++)
        {
            var worth = list->Weight * unit;
            if (worth <= needed)
            {
                break;
            }

            needed = Math.Max(needed, worth - values[list->Person]);
        }

        return needed;
    }
}
