using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>The steps that fill everyone's card with gaps.</summary>
internal static class GapChoice
{
    /// <summary>An office with fewer people is no place to rely on for those who also meet online.</summary>
    private const int FullOffice = 12;

    public static GapBook Make(
        Roster roster, Buckets buckets, int[][] candidates, MatchingRules rules, ulong seed, CancellationToken cancellationToken)
    {
        var book = new GapBook(roster, rules);
        foreach (var forLackOfBetter in new[] { false, true })
        {
            ChooseTimes(roster, buckets, book, forLackOfBetter, seed, cancellationToken);
            GapTopUp.Fill(roster, book);
        }

        if (roster.Count <= CandidateFinder.AllPairsUpTo)
        {
            new GapTuning(roster, book, candidates, rules.MaxGapsOffered).Run(seed, cancellationToken);
        }

        return book;
    }

    private static void ChooseTimes(
        Roster roster, Buckets buckets, GapBook book, bool forLackOfBetter, ulong seed, CancellationToken cancellationToken)
    {
        var focal = new FocalTimes(roster, book, forLackOfBetter, seed);
        foreach (var bucket in buckets.All.OrderByDescending(bucket => bucket.Place).ThenByDescending(bucket => bucket.Members.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var people = Mixed(bucket.Members, seed);
            var rely = bucket.IsOnline || people.Length >= FullOffice;
            focal.Choose(rely ? people : [.. people.Where(person => StartBits.IsEmpty(roster.Online(person)))], bucket.Place);
        }
    }

    // Who looks for times together changes from round to round, but stays within one part of the world.
    private static int[] Mixed(int[] members, ulong seed)
    {
        int[] mixed = [.. members];
        var chance = new Mix(seed);
        for (var first = 0; first < mixed.Length; first += FocalTimes.GroupSize * 4)
        {
            chance.Shuffle(mixed.AsSpan(first, Math.Min(FocalTimes.GroupSize * 4, mixed.Length - first)));
        }

        return mixed;
    }
}
