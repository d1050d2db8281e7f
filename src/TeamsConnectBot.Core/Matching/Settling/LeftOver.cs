using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>Says for everyone in no group why.</summary>
internal static class LeftOver
{
    public static List<LeftOut> Explain(Roster roster, PairRules pairs, CandidateGraph graph, List<int[]> groups)
    {
        var settled = new bool[roster.Count];
        foreach (var person in groups.SelectMany(group => group))
        {
            settled[person] = true;
        }

        return
        [
            .. Enumerable.Range(0, roster.Count).Where(person => !settled[person])
                .Select(person => new LeftOut(roster.Members[person], Reason(roster, pairs, graph, person))),
        ];
    }

    private static LeftOutReason Reason(Roster roster, PairRules pairs, CandidateGraph graph, int person)
    {
        if (!roster.HasGap(person))
        {
            return LeftOutReason.CalendarChanged;
        }

        if (graph.Of[person].Length > 0)
        {
            return LeftOutReason.BetterUsedElsewhere;
        }

        return Enumerable.Range(0, roster.Count).Any(other => pairs.Allow(person, other))
            ? LeftOutReason.NoSharedGap
            : LeftOutReason.NobodyAllowed;
    }
}
