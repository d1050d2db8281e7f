using System.Numerics;

namespace TeamsConnectBot.Core.Matching.Settling.Fairness;

/// <summary>
/// The best way there is to divide a few people into pairs, trios and people alone, found by looking at every one: for each set
/// of people, the best without its first person, or with each group that person could be in (dynamic programming over subsets).
/// </summary>
internal static class BestGroups
{
    /// <summary>Four thousand sets: a millisecond.</summary>
    public const int Most = 12;

    /// <summary>The groups, and what they are worth together. People are at most <see cref="Most"/>.</summary>
    public static (long Worth, List<int[]> Groups) Find(IReadOnlyList<int> people, GroupWorth worth)
    {
        var options = Options(people, worth);
        var best = new long[1 << people.Count];
        var chosen = new int[best.Length];
        for (var set = 1; set < best.Length; set++)
        {
            var first = BitOperations.TrailingZeroCount(set);
            best[set] = best[set & (set - 1)];
            foreach (var (group, value) in options[first])
            {
                if ((set & group) == group && value + best[set ^ group] > best[set])
                {
                    (best[set], chosen[set]) = (value + best[set ^ group], group);
                }
            }
        }

        return (best[^1], Unfold(people, chosen));
    }

    /// <summary>For each person, the groups in which they are the first, with what each is worth.</summary>
    private static List<(int Group, long Worth)>[] Options(IReadOnlyList<int> people, GroupWorth worth)
    {
        var options = new List<(int, long)>[people.Count];
        for (var one = 0; one < people.Count; one++)
        {
            options[one] = [];
            for (var other = one + 1; other < people.Count; other++)
            {
                var pair = worth.Of(people[one], people[other]);
                if (pair == GroupWorth.None)
                {
                    continue;
                }

                options[one].Add((1 << one | 1 << other, pair));
                for (var third = other + 1; third < people.Count; third++)
                {
                    if (worth.Of(people[one], people[other], people[third]) is not GroupWorth.None and var trio)
                    {
                        options[one].Add((1 << one | 1 << other | 1 << third, trio));
                    }
                }
            }
        }

        return options;
    }

    private static List<int[]> Unfold(IReadOnlyList<int> people, int[] chosen)
    {
        var groups = new List<int[]>();
        for (var set = chosen.Length - 1; set != 0;)
        {
            if (chosen[set] is not 0 and var group)
            {
                groups.Add([.. Enumerable.Range(0, people.Count).Where(index => (group >> index & 1) != 0).Select(index => people[index]).Order()]);
                set ^= group;
            }
            else
            {
                set &= set - 1;
            }
        }

        return groups;
    }
}
