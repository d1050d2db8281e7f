namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>Pairs people left over who can still form a pair. Such a pair has weight 0, but nobody is left out needlessly.</summary>
internal static class Completion
{
    public static void PairLeftovers(MatchingGraph graph, Pairing pairing)
    {
        for (var person = 0; person < graph.People; person++)
        {
            if (pairing.Mates[person] >= 0)
            {
                continue;
            }

            foreach (var candidate in graph.Candidates(person))
            {
                if (pairing.Mates[candidate.Person] < 0)
                {
                    pairing.Join(person, candidate.Person, candidate.Weight);
                    break;
                }
            }
        }
    }
}
