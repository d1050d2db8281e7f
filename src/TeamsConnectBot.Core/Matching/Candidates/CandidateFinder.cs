namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>
/// Finds whom each person could be brought together with. In a small pool: everyone. In a large one each person proposes
/// half of <see cref="MatchingRules.CandidatesPerPerson"/> others drawn at random from their buckets, and looks through
/// the whole bucket when draws find too few: nobody who has a possible partner is left without one.
/// </summary>
internal sealed class CandidateFinder(Roster roster, PairRules pairs, MatchingRules rules, ulong seed)
{
    /// <summary>Up to so many people every pair is looked at.</summary>
    public const int AllPairsUpTo = 400;

    private const int DrawsPerProposal = 6;

    /// <summary>For each person, in ascending order, those they could meet: allowed, with a gap and a place in common.</summary>
    public int[][] Find(Func<Buckets> makeBuckets, CancellationToken cancellationToken)
    {
        var found = Enumerable.Range(0, roster.Count).Select(_ => new List<int>(rules.CandidatesPerPerson)).ToArray();
        if (roster.Count <= AllPairsUpTo)
        {
            Everyone(found, cancellationToken);
        }
        else
        {
            Propose(makeBuckets(), found, cancellationToken);
        }

        return Array.ConvertAll(found, Sorted);
    }

    private bool CanMeet(int one, int other) => roster.ShareGap(one, other) && pairs.Allow(one, other);

    private void Everyone(List<int>[] found, CancellationToken cancellationToken)
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
        var wanted = (rules.CandidatesPerPerson + 1) / 2;
        var proposed = new List<int>(wanted);
        for (var person = 0; person < roster.Count; person++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            proposed.Clear();
            var mine = buckets.Of(person);
            if (mine.Count == 0)
            {
                continue;
            }

            var chance = new Mix(Mix.Of(seed, person, roster.Count));
            Draw(person, mine, wanted, proposed, ref chance);
            if (proposed.Count < wanted)
            {
                LookThrough(person, mine, wanted, proposed, ref chance);
            }

            foreach (var other in proposed)
            {
                found[person].Add(other);
                found[other].Add(person);
            }
        }
    }

    private void Draw(int person, IReadOnlyList<Bucket> mine, int wanted, List<int> proposed, ref Mix chance)
    {
        for (var draw = 0; draw < DrawsPerProposal * wanted && proposed.Count < wanted; draw++)
        {
            var members = mine[chance.Below(mine.Count)].Members;
            var other = members[chance.Below(members.Length)];
            if (!proposed.Contains(other) && CanMeet(person, other))
            {
                proposed.Add(other);
            }
        }
    }

    private void LookThrough(int person, IReadOnlyList<Bucket> mine, int wanted, List<int> proposed, ref Mix chance)
    {
        Span<ulong> starts = stackalloc ulong[Availability.WeekAvailability.Words];
        roster.Either(person, starts);
        foreach (var bucket in mine)
        {
            bucket.Walk(chance.Below(bucket.Members.Length), starts, other =>
            {
                if (!proposed.Contains(other) && CanMeet(person, other))
                {
                    proposed.Add(other);
                }

                return proposed.Count < wanted;
            });
        }
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
