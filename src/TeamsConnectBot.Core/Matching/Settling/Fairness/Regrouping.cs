using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling.Fairness;

/// <summary>
/// The matching does not consider trios, and in it someone who was left out before can lose to a longer chain of good pairs. So for each
/// person left over, those who waited longest first, the groups around them are divided again in the best possible way; a small pool is
/// divided again as a whole.
/// </summary>
internal sealed class Regrouping(Roster roster, int[][] candidates, GroupWorth worth, ulong seed)
{
    // Those who were left out before get several attempts, with different neighbours each time. When so many people are left over that
    // this is not enough, they need an open table rather than better pairs.
    private const int TriesForFirst = 4;
    private const int MostAttempts = 4_000;

    private readonly int[]?[] groupOf = new int[]?[roster.Count];

    /// <summary>The groups, in order of their first member.</summary>
    public List<int[]> Improve(List<int[]> groups, CancellationToken cancellationToken)
    {
        groups.ForEach(Join);
        var attempts = 0;
        var alone = roster.Everyone.Where(person => groupOf[person] is null && candidates[person].Length > 0)
            .OrderByDescending(person => roster.Members[person].TurnsLeftOut).ThenBy(person => person).ToList();
        foreach (var person in alone)
        {
            var tries = roster.Members[person].TurnsLeftOut > 0 ? TriesForFirst : 1;
            for (var attempt = 0; attempt < tries && groupOf[person] is null && attempts < MostAttempts; attempt++, attempts++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var near = Around(person, attempt);
                DivideAgain(near);

                // Nobody else is within reach.
                if (near.Count < BestGroups.Most - 2)
                {
                    break;
                }
            }
        }

        return [.. groupOf.OfType<int[]>().Distinct().OrderBy(group => group[0])];
    }

    private void Join(int[] group)
    {
        foreach (var person in group)
        {
            groupOf[person] = group;
        }
    }

    private void DivideAgain(List<int> people)
    {
        var now = people.Select(person => groupOf[person]).OfType<int[]>().Distinct()
            .Sum(group => group.Length == 2 ? worth.Of(group[0], group[1]) : worth.Of(group[0], group[1], group[2]));
        var (best, groups) = BestGroups.Find(people, worth);
        if (best > now)
        {
            people.ForEach(person => groupOf[person] = null);
            groups.ForEach(Join);
        }
    }

    /// <summary>The person and the whole groups nearest to them, ascending.</summary>
    private List<int> Around(int person, int attempt)
    {
        var random = new SplitMix64(SplitMix64.Of(seed, person, roster.Count + attempt));
        var near = new List<int> { person };
        for (var index = 0; index < near.Count && near.Count < BestGroups.Most; index++)
        {
            int[] others = [.. candidates[near[index]]];
            random.Shuffle(others);
            foreach (var candidate in others.Where(candidate => !near.Contains(candidate)))
            {
                int[] whole = groupOf[candidate] ?? [candidate];
                if (near.Count + whole.Length <= BestGroups.Most)
                {
                    near.AddRange(whole);
                }
            }
        }

        near.Sort();
        return near;
    }
}
