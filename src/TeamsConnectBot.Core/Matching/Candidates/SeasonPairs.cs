namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>The pairs of a roster who are in a season and may still be matched.</summary>
internal static class SeasonPairs
{
    /// <summary>Each person at most once or, in a pool with two sides, as often as they want to meet.</summary>
    /// <returns>Indexes in the roster, in order.</returns>
    public static List<(int One, int Other)> Of(Roster roster, PairRules pairs, PoolHistory history)
    {
        var found = new List<(int One, int Other)>();
        var count = new Dictionary<int, int>();
        foreach (var (one, other) in All(roster, pairs, history))
        {
            if (HasRoom(one) && HasRoom(other))
            {
                found.Add((one, other));
                count[one] = count.GetValueOrDefault(one) + 1;
                count[other] = count.GetValueOrDefault(other) + 1;
            }
        }

        return found;

        bool HasRoom(int person) => count.GetValueOrDefault(person) < (roster.HasSides ? roster.Members[person].MostMeetings : 1);
    }

    /// <summary>All of them: in a pool with two sides somebody can be in several seasons, more even than they want to meet now.</summary>
    /// <returns>Indexes in the roster, the lower one first, in order.</returns>
    public static IEnumerable<(int One, int Other)> All(Roster roster, PairRules pairs, PoolHistory history)
    {
        foreach (var pair in history.Seasons.OrderBy(pair => pair.First, StringComparer.Ordinal)
            .ThenBy(pair => pair.Second, StringComparer.Ordinal))
        {
            if (roster.Indexes.TryGetValue(pair.First, out var one) && roster.Indexes.TryGetValue(pair.Second, out var other)
                && pairs.Allow(one, other) && roster.ShareGap(one, other))
            {
                yield return (one, other);
            }
        }
    }
}
