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
    private const int LongSearch = 500;
    private const int Rounds = 4;
    private const int PopsAPerson = 4;
    private const int ExtraPops = 100_000;

    private readonly MinHeap heap = new();
    private readonly int[] reachedFrom = new int[graph.People];
    private readonly Node[] nodes = new Node[graph.People];
    private int stamp;
    private int mostSlack;
    private long pops;

    /// <summary>Short searches first, then long ones; the total is limited, so the step stays linear.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        for (var person = 0; person < nodes.Length; person++)
        {
            nodes[person] = new Node { Mate = pairing.Mates[person], Weight = pairing.Weights[person], Dual = duals[person] };
            mostSlack = Math.Max(mostSlack, nodes[person].Mate < 0 ? 0 : Slack(person, nodes[person].Mate, nodes[person].Weight));
        }

        var budget = ((long)PopsAPerson * graph.People) + ExtraPops;
        for (var round = 0; round < Rounds; round++)
        {
            var improved = false;
            for (var person = 0; person < graph.People; person++)
            {
                if (nodes[person].Mate >= 0 || nodes[person].Dual <= 0)
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
        var (all, now) = (nodes, ++stamp);
        var (bestGain, bestEnd, endIsFree) = (0, -1, false);
        var rootDual = all[root].Dual;
        heap.Clear();
        all[root].Stamp = now;
        heap.Push(0, root);
        while (!heap.IsEmpty && limit-- > 0)
        {
            var (loss, person) = heap.Pop();
            pops++;
            if (loss >= rootDual - bestGain)
            {
                break;
            }

            var (mate, lossHere) = (all[person].Mate, loss + all[person].Dual);
            foreach (var candidate in graph.Candidates(person))
            {
                // A dropped pair wins back its slack at most, and the candidates after this one weigh no more.
                if (lossHere - (scale.Dual * candidate.Weight) - mostSlack >= rootDual - bestGain)
                {
                    break;
                }

                ref var other = ref all[candidate.Person];
                if (other.Stamp == now || mate == candidate.Person)
                {
                    continue;
                }

                // Without the candidate's own dual: a new pair costs it, and the end of the path or the dropped pair gives it back.
                var newLoss = lossHere - (scale.Dual * candidate.Weight);
                if (other.Mate < 0)
                {
                    if (rootDual - newLoss > bestGain)
                    {
                        (bestGain, bestEnd, endIsFree) = (rootDual - newLoss, candidate.Person, true);
                        reachedFrom[candidate.Person] = person;
                    }

                    continue;
                }

                ref var dropped = ref all[other.Mate];
                newLoss += (scale.Dual * other.Weight) - dropped.Dual;
                if (newLoss >= rootDual - bestGain || dropped.Stamp == now)
                {
                    continue;
                }

                other.Stamp = dropped.Stamp = now;
                reachedFrom[candidate.Person] = person;
                if (rootDual - newLoss - dropped.Dual > bestGain)
                {
                    (bestGain, bestEnd, endIsFree) = (rootDual - newLoss - dropped.Dual, candidate.Person, false);
                }

                heap.Push(newLoss, other.Mate);
            }
        }

        if (bestEnd < 0)
        {
            return false;
        }

        if (!endIsFree)
        {
            Free(all[bestEnd].Mate);
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
            var next = nodes[person].Mate;
            Join(person, end, graph.WeightOf(person, end));
            end = next;
        }
        while (person != root);
    }

    private void Join(int person, int end, int weight)
    {
        pairing.Join(person, end, weight);
        mostSlack = Math.Max(mostSlack, Slack(person, end, weight));
        (nodes[person].Mate, nodes[end].Mate) = (end, person);
        nodes[person].Weight = nodes[end].Weight = weight;
    }

    private void Free(int person)
    {
        pairing.Free(person);
        (nodes[person].Mate, nodes[person].Weight) = (-1, 0);
    }

    private int Slack(int person, int other, int weight) => duals[person] + duals[other] - (scale.Dual * weight);

    /// <summary>What a search asks of a person, side by side: it jumps about, and each jump should cost one cache line.</summary>
    private struct Node
    {
        public int Mate;
        public int Weight;
        public int Dual;
        public int Stamp;
    }
}
