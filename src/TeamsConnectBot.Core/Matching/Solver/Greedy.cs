namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// The matching that takes the heaviest free pair first, found without sorting all pairs: everybody proposes to their best candidate and
/// gives way to a heavier suitor (Manne and Halappanavar, 2014).
/// </summary>
internal static class Greedy
{
    public static Pairing Match(MatchingGraph graph)
    {
        var suitors = new Suitor[graph.People];
        var next = graph.Offsets[..graph.People].ToArray();
        Array.Fill(suitors, new Suitor(-1, -1));
        for (var start = 0; start < graph.People; start++)
        {
            var person = start;
            while (person >= 0)
            {
                person = Propose(graph, person, suitors, next);
            }
        }

        var pairing = new Pairing(graph.People);
        for (var person = 0; person < suitors.Length; person++)
        {
            var (other, weight) = suitors[person];
            if (other > person && suitors[other].Person == person)
            {
                pairing.Join(person, other, weight);
            }
        }

        return pairing;
    }

    /// <summary>Gives a person the best candidate who prefers them; returns the suitor whom that candidate drops, or −1.</summary>
    private static int Propose(MatchingGraph graph, int person, Suitor[] suitors, int[] next)
    {
        var end = graph.Offsets[person + 1];
        while (next[person] < end)
        {
            var (candidate, weight) = graph.Neighbours[next[person]++];
            var rival = suitors[candidate];
            if (weight < rival.Weight || (weight == rival.Weight && !Comes(candidate, person, before: rival.Person)))
            {
                continue;
            }

            suitors[candidate] = new Suitor(person, weight);
            return rival.Person;
        }

        return -1;
    }

    /// <summary>The numbers of the pair break ties, in the same way from both ends.</summary>
    private static bool Comes(int candidate, int person, int before)
    {
        var mine = (Math.Min(candidate, person), Math.Max(candidate, person));
        var theirs = (Math.Min(candidate, before), Math.Max(candidate, before));
        return mine.CompareTo(theirs) < 0;
    }

    /// <summary>The best proposal a person has had, or −1 and −1.</summary>
    private readonly record struct Suitor(int Person, int Weight);
}
