using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling.Fairness;

/// <summary>
/// Trios are not in the matching's sight, and someone left out before can lose to a longer chain of good pairs. So each one left
/// over, who waited longest first, has the groups around them divided anew in the best way there is; a small pool is
/// divided anew whole.
/// </summary>
internal sealed class Regrouping(Roster roster, int[][] candidates, GroupWorth worth, ulong seed)
{
    // Other neighbours each time, for those left out before. So many people left over that this is not enough want a table,
    // not a better pairing.
    private const int TriesForFirst = 4;
    private const int MostAttempts = 4_000;

    private readonly int[]?[] groupOf = new int[]?[roster.Count];

    /// <summary>The groups, in order of their first member.</summary>
    public List<int[]> Improve(List<int[]> groups, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            Join(group);
        }

        var alone = Enumerable.Range(0, roster.Count).Where(person => groupOf[person] is null && candidates[person].Length > 0)
            .OrderByDescending(person => roster.Members[person].TurnsLeftOut).ThenBy(person => person).ToList();
        var attempts = 0;
        foreach (var person in alone)
        {
            var tries = roster.Members[person].TurnsLeftOut > 0 ? TriesForFirst : 1;
            for (var attempt = 0; attempt < tries && groupOf[person] is null && attempts < MostAttempts; attempt++, attempts++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var near = Around(person, attempt);
                DivideAnew(near);
                if (near.Count < BestGroups.Most - 2)
                {
                    // Nobody else is within reach.
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

    private void DivideAnew(List<int> people)
    {
        var now = people.Select(person => groupOf[person]).OfType<int[]>().Distinct()
            .Sum(group => group.Length == 2 ? worth.Of(group[0], group[1]) : worth.Of(group[0], group[1], group[2]));
        var (best, groups) = BestGroups.Find(people, worth);
        if (best <= now)
        {
            return;
        }

        people.ForEach(person => groupOf[person] = null);
        groups.ForEach(Join);
    }

    /// <summary>The person, and whole groups nearest to them, ascending.</summary>
    private List<int> Around(int person, int attempt)
    {
        var chance = new Mix(Mix.Of(seed, person, roster.Count + attempt));
        var near = new List<int> { person };
        for (var index = 0; index < near.Count && near.Count < BestGroups.Most; index++)
        {
            int[] others = [.. candidates[near[index]]];
            chance.Shuffle(others);
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
