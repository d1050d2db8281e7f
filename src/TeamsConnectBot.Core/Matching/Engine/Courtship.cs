namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>
/// The auction's outcome seen as a graph: everybody points at one person at most and is pointed at by one at most, so it falls
/// apart into paths and cycles. Pairing each of those in the best way gives the first matching.
/// </summary>
internal static class Courtship
{
    public static Pairing Resolve(MatchingGraph graph, int[] courted)
    {
        var pairing = new Pairing(graph.People);
        var isCourted = new bool[graph.People];
        var done = new bool[graph.People];
        var chain = new Chain();
        foreach (var person in courted)
        {
            if (person >= 0)
            {
                isCourted[person] = true;
            }
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
