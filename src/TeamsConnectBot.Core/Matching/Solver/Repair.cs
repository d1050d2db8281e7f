using System.Runtime.CompilerServices;

namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// A best-first search from each person left over, along alternating paths (new pair, dropped pair, new pair …). The duals price every
/// step: the loss of a path is the slack of its new pairs minus the slack of its dropped pairs. It ends at another free person, or leaves
/// somebody free who is worth less.
/// </summary>
internal sealed class Repair(MatchingGraph graph, Scale scale, int[] duals, Pairing pairing)
{
    private const int ShortSearch = 200;
    private const int LongSearch = 5000;
    private const int Rounds = 4;
    private const int PopsAPerson = 4;
    private const int ExtraPops = 100_000;
    private const int LossLimit = 1 << 30;

    private readonly MinHeap heap = new();
    private readonly int[] reachedFrom = new int[graph.People];
    private readonly int[] stamps = new int[graph.People];
    private int stamp;
    private long pops;

    /// <summary>Short searches first, then long ones; the total is limited, so the step stays linear.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        var budget = ((long)PopsAPerson * graph.People) + ExtraPops;
        for (var round = 0; round < Rounds; round++)
        {
            var improved = false;
            for (var person = 0; person < graph.People; person++)
            {
                if (pairing.Mates[person] >= 0 || duals[person] <= 0)
                {
                    continue;
                }

                if (pops > budget)
                {
                    return;
                }

                cancellationToken.ThrowIfCancellationRequested();
                improved |= Improve(person, round == 0 ? ShortSearch : LongSearch);
            }

            if (!improved && round > 0)
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Improve(int root, int limit)
    {
        var mates = pairing.Mates;
        var weights = pairing.Weights;
        var (bestGain, bestEnd, endIsFree) = (0, -1, false);
        heap.Clear();
        stamps[root] = ++stamp;
        heap.Push(0, root);
        while (!heap.IsEmpty && limit-- > 0)
        {
            var (loss, person) = heap.Pop();
            pops++;
            if (loss >= duals[root] - bestGain)
            {
                break;
            }

            foreach (var candidate in graph.Candidates(person))
            {
                var other = candidate.Person;
                if (stamps[other] == stamp || mates[person] == other)
                {
                    continue;
                }

                var newLoss = loss + duals[person] + duals[other] - (scale.Dual * candidate.Weight);
                var dropped = mates[other];
                if (dropped < 0)
                {
                    if (duals[root] + duals[other] - newLoss > bestGain)
                    {
                        (bestGain, bestEnd, endIsFree) = (duals[root] + duals[other] - newLoss, other, true);
                        reachedFrom[other] = person;
                    }

                    continue;
                }

                newLoss -= duals[other] + duals[dropped] - (scale.Dual * weights[other]);
                if (stamps[dropped] == stamp || newLoss > LossLimit)
                {
                    continue;
                }

                stamps[other] = stamps[dropped] = stamp;
                reachedFrom[other] = person;
                if (duals[root] - newLoss - duals[dropped] > bestGain)
                {
                    (bestGain, bestEnd, endIsFree) = (duals[root] - newLoss - duals[dropped], other, false);
                }

                if (newLoss < duals[root] - bestGain)
                {
                    heap.Push(newLoss, dropped);
                }
            }
        }

        if (bestEnd < 0)
        {
            return false;
        }

        if (!endIsFree)
        {
            pairing.Free(mates[bestEnd]);
        }

        Flip(bestEnd, root);
        return true;
    }

    private void Flip(int end, int root)
    {
        int person;
        do
        {
            person = reachedFrom[end];
            var next = pairing.Mates[person];
            pairing.Join(person, end, graph.WeightOf(person, end));
            end = next;
        }
        while (person != root);
    }
}
