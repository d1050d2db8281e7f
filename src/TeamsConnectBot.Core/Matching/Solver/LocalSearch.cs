namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Improves pairs that are far from tight: gives one up and walks a short alternating path from its two ends, guided by the duals. An end
/// takes a new partner, whose old partner becomes the new end; the best part of the walk is kept when it gains weight.
/// </summary>
internal sealed class LocalSearch(MatchingGraph graph, Scale scale, int[] duals, Pairing pairing)
{
    private const int Depth = 6;
    private const int FirstBreadth = 2;

    /// <summary>A pair that is more than this many weight units from tight is worth a search.</summary>
    private const int SlackLimit = 4;

    /// <summary>Every move gains weight, so the search ends by itself; this limits how long that may take.</summary>
    private const int MovesAPerson = 4;

    private readonly Step[] walk = new Step[Depth];
    private readonly Step[] bestWalk = new Step[Depth];
    private readonly int[] stamps = new int[graph.People];
    private readonly bool[] queued = new bool[graph.People];
    private List<int> queue = [];
    private List<int> nextQueue = [];
    private int stamp;
    private int bestLength;
    private int bestGain;

    public void Run(CancellationToken cancellationToken)
    {
        for (var person = 0; person < graph.People; person++)
        {
            if (IsLoose(person))
            {
                queue.Add(person);
            }
        }

        var movesLeft = (long)MovesAPerson * graph.People;
        while (queue.Count > 0)
        {
            foreach (var person in queue)
            {
                queued[person] = false;
            }

            foreach (var person in queue)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (Improve(person))
                {
                    if (--movesLeft <= 0)
                    {
                        return;
                    }
                }
            }

            (queue, nextQueue) = (nextQueue, queue);
            nextQueue.Clear();
        }
    }

    private bool IsLoose(int person)
    {
        var mate = pairing.Mates[person];
        return mate < 0
            ? duals[person] > 0
            : duals[person] + duals[mate] - (scale.Dual * pairing.Weights[person]) > scale.Dual * SlackLimit;
    }

    private bool Improve(int person)
    {
        var mate = pairing.Mates[person];
        (bestGain, bestLength) = (0, 0);
        stamps[person] = ++stamp;
        Mark(mate, stamp);
        Explore(person, mate, -pairing.Weights[person], 0);
        if (bestGain <= 0)
        {
            return false;
        }

        if (mate >= 0)
        {
            Release(person);
            Release(mate);
        }

        foreach (var step in bestWalk.AsSpan(0, bestLength))
        {
            var left = pairing.Mates[step.Partner];
            if (left >= 0)
            {
                Release(left);
            }

            pairing.Join(step.End, step.Partner, step.Weight);
            Enqueue(step.End);
            Enqueue(step.Partner);
        }

        return true;
    }

    /// <summary>Both ends are free, or −1; 'gain' is the weight gained by the walk so far.</summary>
    private void Explore(int end, int otherEnd, int gain, int depth)
    {
        if (depth >= Depth || (end < 0 && otherEnd < 0))
        {
            return;
        }

        Step first = default, second = default;
        var joinWeight = Choose(end, otherEnd, ref first, ref second);
        joinWeight = Math.Max(joinWeight, Choose(otherEnd, end, ref first, ref second));
        if (joinWeight > 0)
        {
            walk[depth] = new Step(end, otherEnd, joinWeight, 0);
            Note(gain + joinWeight, depth);
        }

        Follow(first, end, otherEnd, gain, depth);
        if (depth < FirstBreadth - 1)
        {
            Follow(second, end, otherEnd, gain, depth);
        }
    }

    /// <summary>Keeps the two most promising steps from an end; returns the weight of the pair of both ends, or 0.</summary>
    private int Choose(int from, int opposite, ref Step first, ref Step second)
    {
        var joinWeight = 0;
        if (from < 0)
        {
            return joinWeight;
        }

        foreach (var candidate in graph.Candidates(from))
        {
            var partner = candidate.Person;
            if (partner == opposite)
            {
                joinWeight = candidate.Weight;
                continue;
            }

            if (stamps[partner] == stamp)
            {
                continue;
            }

            var freed = pairing.Mates[partner];
            var promise = (scale.Dual * (candidate.Weight - pairing.Weights[partner])) + (freed >= 0 ? duals[freed] : 0) - duals[from];
            if (!first.IsSet || promise > first.Promise)
            {
                second = first;
                first = new Step(from, partner, candidate.Weight, promise);
            }
            else if (!second.IsSet || promise > second.Promise)
            {
                second = new Step(from, partner, candidate.Weight, promise);
            }
        }

        return joinWeight;
    }

    private void Follow(Step step, int end, int otherEnd, int gain, int depth)
    {
        if (!step.IsSet)
        {
            return;
        }

        var freed = pairing.Mates[step.Partner];
        var remaining = step.End == end ? otherEnd : end;
        var newGain = gain + step.Weight - pairing.Weights[step.Partner];
        walk[depth] = step;
        Note(newGain, depth);
        stamps[step.Partner] = stamp;
        Mark(freed, stamp);
        Explore(freed >= 0 ? freed : remaining, freed >= 0 ? remaining : -1, newGain, depth + 1);
        stamps[step.Partner] = 0;
        Mark(freed, 0);
    }

    private void Note(int gain, int depth)
    {
        if (gain > bestGain)
        {
            bestGain = gain;
            bestLength = depth + 1;
            walk.AsSpan(0, bestLength).CopyTo(bestWalk);
        }
    }

    private void Release(int person)
    {
        pairing.Free(person);
        Enqueue(person);
    }

    private void Enqueue(int person)
    {
        if (!queued[person])
        {
            queued[person] = true;
            nextQueue.Add(person);
        }
    }

    private void Mark(int person, int value)
    {
        if (person >= 0)
        {
            stamps[person] = value;
        }
    }

    private readonly record struct Step(int End, int Partner, int Weight, int Promise)
    {
        public bool IsSet => End != Partner;
    }
}
