using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>The choice of one bidder: the candidate with the highest profit (weight − price), that profit and the second highest.</summary>
/// <param name="Candidate">The candidate, or −1 when no profit is above 0.</param>
/// <param name="Profit">The highest profit, at least 0.</param>
/// <param name="SecondProfit">The second highest, at least 0.</param>
internal readonly record struct Bid(int Candidate, int Profit, int SecondProfit)
{
    private const int Lanes = 8;

    /// <summary>
    /// Searches a list sorted by weight and stops where no later candidate can matter. Among equals the first in the list wins, also in the
    /// vectorized path, so both give the same bid.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Bid Best(Neighbour* list, int count, int* prices, int shift) =>
        Avx2.IsSupported && count >= Lanes ? Wide(list, count, prices, shift) : Narrow(list, count, prices, shift, 0, 0, 0, -1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Bid Narrow(Neighbour* list, int count, int* prices, int shift, int from, int best, int second, int candidate)
    {
        for (var index = from; index < count; index++)
        {
            var worth = list[index].Weight << shift;
            if (worth <= second)
            {
                break;
            }

            var person = list[index].Person;
            var profit = worth - prices[person];
            if (profit <= second)
            {
                continue;
            }

            var wins = profit > best;
            second = wins ? best : profit;
            candidate = wins ? person : candidate;
            best = wins ? profit : best;
        }

        return new Bid(candidate, best, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Bid Wide(Neighbour* list, int count, int* prices, int shift)
    {
        var best = Vector256<int>.Zero;
        var second = Vector256<int>.Zero;
        var at = Vector256<int>.Zero;
        var position = Vector256.Create(0, 1, 4, 5, 2, 3, 6, 7);
        var index = 0;
        while (true)
        {
            // Two loads hold eight (person, weight) entries; shuffling the halves separately leaves them in the order of 'position'.
            var low = Avx.LoadVector256((float*)(list + index));
            var high = Avx.LoadVector256((float*)(list + index + (Lanes / 2)));
            var people = Avx.Shuffle(low, high, 0b10_00_10_00).AsInt32();
            var worths = Vector256.ShiftLeft(Avx.Shuffle(low, high, 0b11_01_11_01).AsInt32(), shift);
            var profits = Avx2.Subtract(worths, Avx2.GatherVector256(prices, people, sizeof(int)));
            second = Avx2.Max(second, Avx2.Min(best, profits));
            at = Vector256.ConditionalSelect(Avx2.CompareGreaterThan(profits, best), position, at);
            best = Avx2.Max(best, profits);
            index += Lanes;
            if (index + Lanes > count)
            {
                break;
            }

            position = Avx2.Add(position, Vector256.Create(Lanes));
            var next = Vector256.Create((list[index].Weight << shift) - 1);
            if (BitOperations.PopCount(Avx2.CompareGreaterThan(best, next).ExtractMostSignificantBits()) > 1)
            {
                index = count;
                break;
            }
        }

        var profit = Highest(best);
        if (profit == 0)
        {
            return Narrow(list, count, prices, shift, index, 0, 0, -1);
        }

        var holds = Vector256.Equals(best, Vector256.Create(profit));
        var first = Lowest(Vector256.ConditionalSelect(holds, at, Vector256.Create(int.MaxValue)));
        var winner = Vector256.BitwiseAnd(holds, Vector256.Equals(at, Vector256.Create(first)));
        var runnerUp = Highest(Avx2.Max(second, Vector256.AndNot(best, winner)));
        return Narrow(list, count, prices, shift, index, profit, runnerUp, list[first].Person);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Highest(Vector256<int> values)
    {
        var four = Vector128.Max(values.GetLower(), values.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Max(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Lowest(Vector256<int> values)
    {
        var four = Vector128.Min(values.GetLower(), values.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
