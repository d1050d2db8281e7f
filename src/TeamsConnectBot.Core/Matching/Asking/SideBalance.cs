using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>
/// In a pool with two sides, chooses who of the larger side is not asked this time, so that a yes has a fair chance: when both sides say
/// yes equally often, about two in three find a place. Whoever was left out before goes first, then whoever was asked longest ago. How much
/// somebody needs contact does not count, because then the need of a few would decide who is asked at all.
/// </summary>
internal static class SideBalance
{
    // At most three people are asked for two places on the other side.
    private const int Asked = 3;
    private const int ForPlaces = 2;

    /// <summary>The people who are not asked; empty when the sides are in balance, or there are none.</summary>
    public static HashSet<int> LeaveOut(Roster roster, int[][] candidates, ulong seed)
    {
        if (!roster.HasSides)
        {
            return [];
        }

        var (first, second) = (Able(PoolSide.First), Able(PoolSide.Second));
        return Most(first) < second.Count ? Rest(second, first) : Most(second) < first.Count ? Rest(first, second) : [];

        List<int> Able(PoolSide side) =>
            [.. roster.Everyone.Where(person => roster.Members[person].Side == side && candidates[person].Length > 0)];

        // How many people are asked at most for the places of a side.
        int Most(List<int> scarce) =>
            ((scarce.Sum(person => roster.Members[person].MostMeetings) * Asked) + ForPlaces - 1) / ForPlaces;

        HashSet<int> Rest(List<int> many, List<int> scarce)
        {
            int[] order = [.. InTurn(roster, many, seed)];
            var rank = order.Index().ToDictionary(person => person.Item, person => person.Index);
            var chosen = new HashSet<int>();

            // Everybody on the scarce side first gets somebody whom they could meet; those with the fewest have the first choice.
            foreach (var person in scarce.OrderBy(person => candidates[person].Length))
            {
                if (!candidates[person].Any(chosen.Contains))
                {
                    chosen.Add(candidates[person].MinBy(other => rank[other]));
                }
            }

            chosen.UnionWith(order.Where(person => !chosen.Contains(person)).Take(Most(scarce) - chosen.Count));
            return [.. many.Where(person => !chosen.Contains(person))];
        }
    }

    private static IEnumerable<int> InTurn(Roster roster, List<int> people, ulong seed) => people
        .OrderByDescending(person => roster.Members[person].TurnsLeftOut)
        .ThenByDescending(person => roster.Members[person].WeeksSinceAsked ?? int.MaxValue)
        .ThenBy(person => SplitMix64.Of(seed, person, -1));
}
