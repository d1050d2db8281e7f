using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>The choice of one bidder: the candidate with the highest profit (weight − price), that profit and the second highest.</summary>
/// <param name="Entry">The candidate's place in the list, or −1 when no profit is above 0.</param>
/// <param name="Profit">The highest profit, at least 0.</param>
/// <param name="SecondProfit">The second highest, at least 0.</param>
internal readonly record struct Bid(int Entry, int Profit, int SecondProfit)
{
    /// <summary>
    /// Searches a list sorted by weight and stops where no later candidate can matter. Among equals the first in the list wins, also in the
    /// vectorized path, so both give the same bid.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Bid Best(Neighbour* list, int count, int* prices, int shift) =>
        Avx2.IsSupported && count >= Lanes.Count ? Wide(list, count, prices, shift) : Narrow(list, count, prices, shift, 0, 0, 0, -1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Bid Narrow(Neighbour* list, int count, int* prices, int shift, int from, int best, int second, int entry)
    {
        for (var index = from; index < count; index++)
        {
            var worth = list[index].Weight << shift;
            if (worth <= second)
            {
                break;
            }

            var profit = worth - prices[list[index].Person];
            if (profit <= second)
            {
                continue;
            }

            var wins = profit > best;
            second = wins ? best : profit;
            entry = wins ? index : entry;
            best = wins ? profit : best;
        }

        return new Bid(entry, best, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Bid Wide(Neighbour* list, int count, int* prices, int shift)
    {
        var best = Vector256<int>.Zero;
        var second = Vector256<int>.Zero;
        var at = Vector256<int>.Zero;
        var position = Lanes.Order;
        var index = 0;
        while (true)
        {
            var profits = Lanes.Profits(list + index, prices, shift);
            second = Avx2.Max(second, Avx2.Min(best, profits));
            at = Vector256.ConditionalSelect(Avx2.CompareGreaterThan(profits, best), position, at);
            best = Avx2.Max(best, profits);
            index += Lanes.Count;
            if (index + Lanes.Count > count)
            {
                break;
            }

            position = Avx2.Add(position, Vector256.Create(Lanes.Count));
            var next = Vector256.Create((list[index].Weight << shift) - 1);
            if (BitOperations.PopCount(Avx2.CompareGreaterThan(best, next).ExtractMostSignificantBits()) > 1)
            {
                index = count;
                break;
            }
        }

        var profit = Lanes.Highest(best);
        if (profit == 0)
        {
            return Narrow(list, count, prices, shift, index, 0, 0, -1);
        }

        var holds = Vector256.Equals(best, Vector256.Create(profit));
        var first = Lanes.Lowest(Vector256.ConditionalSelect(holds, at, Vector256.Create(int.MaxValue)));
        var winner = Vector256.BitwiseAnd(holds, Vector256.Equals(at, Vector256.Create(first)));
        var runnerUp = Lanes.Highest(Avx2.Max(second, Vector256.AndNot(best, winner)));
        return Narrow(list, count, prices, shift, index, profit, runnerUp, first);
    }
}
