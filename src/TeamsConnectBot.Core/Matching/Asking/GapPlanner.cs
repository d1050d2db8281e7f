using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Fills everyone's card with gaps.</summary>
internal static class GapPlanner
{
    /// <summary>
    /// With fewer people in an office, company there is too uncertain: only people who cannot meet online get times from it.
    /// </summary>
    private const int FullOffice = 12;

    private const int ShuffledTogether = 4 * FocalTimes.GroupSize;

    public static GapBook Plan(
        Roster roster, Buckets buckets, int[][] candidates, MatchingRules rules, ulong seed, CancellationToken cancellationToken)
    {
        var book = new GapBook(roster, rules);
        foreach (var allowCostly in new[] { false, true })
        {
            var focal = new FocalTimes(roster, book, allowCostly, seed);
            foreach (var bucket in buckets.All.OrderByDescending(bucket => bucket.Place).ThenByDescending(bucket => bucket.Members.Length))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var people = Shuffled(bucket.Members, seed);
                var isReliable = bucket.IsOnline || people.Length >= FullOffice;
                focal.Choose(isReliable ? people : [.. people.Where(person => StartBits.IsEmpty(roster.Online(person)))], bucket.Place);
            }

            GapTopUp.Fill(roster, book);
        }

        if (roster.Count <= CandidateFinder.AllPairsUpTo)
        {
            new GapTuning(roster, book, candidates, rules.MaxGapsOffered).Run(seed, cancellationToken);
        }

        return book;
    }

    // Changes from round to round who is grouped together. Members are sorted by UTC offset, so shuffling only short stretches keeps people
    // in similar time zones together.
    private static int[] Shuffled(int[] members, ulong seed)
    {
        int[] shuffled = [.. members];
        var random = new SplitMix64(seed);
        for (var first = 0; first < shuffled.Length; first += ShuffledTogether)
        {
            random.Shuffle(shuffled.AsSpan(first, Math.Min(ShuffledTogether, shuffled.Length - first)));
        }

        return shuffled;
    }
}
