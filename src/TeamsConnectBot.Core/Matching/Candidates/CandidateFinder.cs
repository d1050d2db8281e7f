using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// Finds whom each person could be matched with. In a small pool every pair is tested. In a large one each person proposes half of
/// <see cref="CandidatesPerPerson"/> others, drawn at random from their buckets; when the draws find too few, the whole bucket is
/// searched, so that nobody who has a possible partner is left without one.
/// </summary>
internal sealed class CandidateFinder(Roster roster, PairRules pairs, ulong seed)
{
    /// <summary>Up to this many people every pair is tested.</summary>
    public const int AllPairsUpTo = 400;

    /// <summary>With about how many others a person of a large pool is compared before the matching.</summary>
    private const int CandidatesPerPerson = 24;
    private const int ProposalsPerPerson = CandidatesPerPerson / 2;
    private const int DrawsPerProposal = 6;

    /// <summary>For each person, in ascending order, those they could meet: allowed, and with a gap and a place in common.</summary>
    public int[][] Find(Func<Buckets> makeBuckets, CancellationToken cancellationToken)
    {
        var found = roster.Everyone.Select(_ => new List<int>(CandidatesPerPerson)).ToArray();
        if (roster.Count <= AllPairsUpTo)
        {
            TestAllPairs(found, cancellationToken);
        }
        else
        {
            Propose(makeBuckets(), found, cancellationToken);
        }

        return Array.ConvertAll(found, Sorted);
    }

    // The cheapest test comes first: a small side makes the whole other side look for it.
    private bool CanMeet(int one, int other) =>
        roster.AreAcross(one, other) && roster.ShareGap(one, other) && pairs.Allow(one, other);

    private void TestAllPairs(List<int>[] found, CancellationToken cancellationToken)
    {
        for (var one = 0; one < roster.Count; one++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var other = one + 1; other < roster.Count; other++)
            {
                if (CanMeet(one, other))
                {
                    found[one].Add(other);
                    found[other].Add(one);
                }
            }
        }
    }

    private void Propose(Buckets buckets, List<int>[] found, CancellationToken cancellationToken)
    {
        var proposed = new List<int>(ProposalsPerPerson);
        for (var person = 0; person < roster.Count; person++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            proposed.Clear();
            var mine = buckets.Of(person);
            if (mine.Count == 0)
            {
                continue;
            }

            var random = new SplitMix64(SplitMix64.Of(seed, person, roster.Count));
            Draw(person, mine, proposed, ref random);
            if (proposed.Count < ProposalsPerPerson)
            {
                Search(person, mine, proposed, ref random);
            }

            foreach (var other in proposed)
            {
                found[person].Add(other);
                found[other].Add(person);
            }
        }
    }

    private void Draw(int person, IReadOnlyList<Bucket> mine, List<int> proposed, ref SplitMix64 random)
    {
        for (var draw = 0; draw < DrawsPerProposal * ProposalsPerPerson && proposed.Count < ProposalsPerPerson; draw++)
        {
            var members = mine[random.Below(mine.Count)].Members;
            TryPropose(person, members[random.Below(members.Length)], proposed);
        }
    }

    private void Search(int person, IReadOnlyList<Bucket> mine, List<int> proposed, ref SplitMix64 random)
    {
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        roster.Either(person, starts);
        foreach (var bucket in mine)
        {
            bucket.Walk(random.Below(bucket.Members.Length), starts, other => TryPropose(person, other, proposed));
        }
    }

    /// <summary>Returns whether the person may propose more.</summary>
    private bool TryPropose(int person, int other, List<int> proposed)
    {
        if (!proposed.Contains(other) && CanMeet(person, other))
        {
            proposed.Add(other);
        }

        return proposed.Count < ProposalsPerPerson;
    }

    private static int[] Sorted(List<int> people)
    {
        people.Sort();
        var kept = 0;
        for (var index = 0; index < people.Count; index++)
        {
            if (index == 0 || people[index] != people[index - 1])
            {
                people[kept++] = people[index];
            }
        }

        return [.. people[..kept]];
    }
}
