namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>The pairs of a roster who are in a season and may still be matched, each person at most once.</summary>
internal static class SeasonPairs
{
    /// <returns>Indexes in the roster, in order.</returns>
    public static List<(int One, int Other)> Of(Roster roster, PairRules pairs, PoolHistory history)
    {
        var found = new List<(int One, int Other)>();
        var taken = new HashSet<int>();
        foreach (var pair in history.Seasons.OrderBy(pair => pair.First, StringComparer.Ordinal)
            .ThenBy(pair => pair.Second, StringComparer.Ordinal))
        {
            if (roster.Indexes.TryGetValue(pair.First, out var one) && roster.Indexes.TryGetValue(pair.Second, out var other)
                && pairs.Allow(one, other) && roster.ShareGap(one, other) && !taken.Contains(one) && !taken.Contains(other))
            {
                found.Add((one, other));
                taken.Add(one);
                taken.Add(other);
            }
        }

        return found;
    }
}
