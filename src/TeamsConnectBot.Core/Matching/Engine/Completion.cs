namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Pairs people left over who could still form a pair: with weight 0 it gains nothing, but nobody is left out needlessly.</summary>
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
