namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// The matching that takes the heaviest free pair first, found without sorting all pairs: everybody proposes to their best candidate and
/// gives way to a heavier suitor (Manne and Halappanavar, 2014).
/// </summary>
internal static class Greedy
{
    public static Pairing Match(MatchingGraph graph)
    {
        var suitor = new int[graph.People];
        var offered = new int[graph.People];
        var next = graph.Offsets[..graph.People].ToArray();
        Array.Fill(suitor, -1);
        for (var start = 0; start < graph.People; start++)
        {
            var person = start;
            while (person >= 0)
            {
                person = Propose(graph, person, suitor, offered, next);
            }
        }

        var pairing = new Pairing(graph.People);
        for (var person = 0; person < suitor.Length; person++)
        {
            var other = suitor[person];
            if (other > person && suitor[other] == person)
            {
                pairing.Join(person, other, offered[person]);
            }
        }

        return pairing;
    }

    /// <summary>Gives a person the best candidate who prefers them; returns the suitor whom that candidate drops, or −1.</summary>
    private static int Propose(MatchingGraph graph, int person, int[] suitor, int[] offered, int[] next)
    {
        var end = graph.Offsets[person + 1];
        while (next[person] < end)
        {
            var (candidate, weight) = graph.Neighbours[next[person]++];
            if (!Prefers(candidate, person, weight, suitor[candidate], offered[candidate]))
            {
                continue;
            }

            var dropped = suitor[candidate];
            suitor[candidate] = person;
            offered[candidate] = weight;
            return dropped;
        }

        return -1;
    }

    private static bool Prefers(int candidate, int person, int weight, int rival, int rivalWeight)
    {
        if (rival < 0 || weight != rivalWeight)
        {
            return rival < 0 || weight > rivalWeight;
        }

        // The numbers of the pair break ties, in the same way from both ends.
        var mine = (Math.Min(candidate, person), Math.Max(candidate, person));
        var theirs = (Math.Min(candidate, rival), Math.Max(candidate, rival));
        return mine.CompareTo(theirs) < 0;
    }
}
