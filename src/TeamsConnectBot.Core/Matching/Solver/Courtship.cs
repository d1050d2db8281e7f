namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Reads the outcome of the auction as a graph: everybody courts at most one person and is courted by at most one, so it consists of paths
/// and cycles. Pairing along each of them in the best way gives the first matching.
/// </summary>
internal static class Courtship
{
    public static Pairing Resolve(MatchingGraph graph, int[] courted)
    {
        var pairing = new Pairing(graph.People);
        var isCourted = new bool[graph.People];
        var done = new bool[graph.People];
        var chain = new Chain();
        foreach (var person in courted.Where(person => person >= 0))
        {
            isCourted[person] = true;
        }

        for (var person = 0; person < courted.Length; person++)
        {
            if (!isCourted[person])
            {
                Walk(graph, courted, person, done, chain);
                chain.PairAsPath(pairing);
            }
        }

        for (var person = 0; person < courted.Length; person++)
        {
            if (!done[person])
            {
                Walk(graph, courted, person, done, chain);
                chain.PairAsCycle(pairing);
            }
        }

        return pairing;
    }

    private static void Walk(MatchingGraph graph, int[] courted, int start, bool[] done, Chain chain)
    {
        chain.Clear();
        var person = start;
        do
        {
            done[person] = true;
            chain.Add(person);
            var next = courted[person];
            if (next < 0)
            {
                return;
            }

            chain.Link(graph.WeightOf(person, next));
            person = next;
        }
        while (person != start);
    }
}
