namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Reads the outcome of the auction as a graph: everybody courts at most one person and is courted by at most one, so it consists of paths
/// and cycles. Pairing along each of them in the best way gives the first matching.
/// </summary>
internal static class Courtship
{
    public static Pairing Resolve(MatchingGraph graph, Auction auction)
    {
        var pairing = new Pairing(graph.People);
        var links = Links(graph, auction);
        var done = new bool[graph.People];
        var chain = new Chain();
        for (var person = 0; person < done.Length; person++)
        {
            if (auction.Suitors[person] < 0)
            {
                Walk(links, person, done, chain);
                chain.PairAsPath(pairing);
            }
        }

        for (var person = 0; person < done.Length; person++)
        {
            if (!done[person])
            {
                Walk(links, person, done, chain);
                chain.PairAsCycle(pairing);
            }
        }

        return pairing;
    }

    /// <summary>Each person's link, read in the order of the lists: a walk jumps about, and would wait for memory at each step.</summary>
    private static Neighbour[] Links(MatchingGraph graph, Auction auction)
    {
        var links = new Neighbour[graph.People];
        for (var person = 0; person < links.Length; person++)
        {
            var entry = auction.Courted[person];
            links[person] = entry < 0 ? new Neighbour(-1, 0) : graph.Neighbours[entry];
        }

        return links;
    }

    private static void Walk(Neighbour[] links, int start, bool[] done, Chain chain)
    {
        chain.Clear();
        var person = start;
        do
        {
            done[person] = true;
            chain.Add(person);
            var (next, weight) = links[person];
            if (next < 0)
            {
                return;
            }

            chain.Link(weight);
            person = next;
        }
        while (person != start);
    }
}
