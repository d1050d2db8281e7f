namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>A path or cycle of people with the weight of each link; finds the best way to pair along it (dynamic programming).</summary>
internal sealed class Chain
{
    private readonly List<int> people = [];
    private readonly List<int> weights = [];
    private long[] best = [];

    public void Clear()
    {
        people.Clear();
        weights.Clear();
    }

    public void Add(int person) => people.Add(person);

    /// <summary>Links the last person to the next one, or to the first when the chain closes.</summary>
    public void Link(int weight) => weights.Add(weight);

    public void PairAsPath(Pairing pairing)
    {
        Solve(0, weights.Count);
        Apply(0, weights.Count, pairing);
    }

    /// <summary>In a cycle either the first or the last link stays unused; both ways are tried.</summary>
    public void PairAsCycle(Pairing pairing)
    {
        if (weights.Count == 2)
        {
            pairing.Join(people[0], people[1], weights[0]);
            return;
        }

        var withoutLast = Solve(0, weights.Count - 1);
        if (Solve(1, weights.Count) > withoutLast)
        {
            Apply(1, weights.Count, pairing);
            return;
        }

        Solve(0, weights.Count - 1);
        Apply(0, weights.Count - 1, pairing);
    }

    /// <summary>best[k + 2] is the highest weight of the first k + 1 links of the stretch.</summary>
    private long Solve(int from, int to)
    {
        if (best.Length < to - from + 2)
        {
            best = new long[Math.Max(64, 2 * (to - from + 2))];
        }

        best[0] = best[1] = 0;
        for (var link = from; link < to; link++)
        {
            var k = link - from;
            best[k + 2] = Math.Max(best[k + 1], best[k] + weights[link]);
        }

        return best[to - from + 1];
    }

    private void Apply(int from, int to, Pairing pairing)
    {
        for (var k = to - from; k > 0;)
        {
            if (best[k + 1] == best[k])
            {
                k--;
                continue;
            }

            var link = from + k - 1;
            pairing.Join(people[link], people[(link + 1) % people.Count], weights[link]);
            k -= 2;
        }
    }
}
