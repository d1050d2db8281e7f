using TeamsConnectBot.Core.Insights;

namespace TeamsConnectBot.Core.Tests.Insights;

/// <summary>What can be derived by adding and subtracting published numbers, by Gaussian elimination modulo a prime.</summary>
internal static class LinearSpan
{
    private const long Prime = 1_000_003;

    /// <summary>Whether some combination of the numbers of one period isolates exactly one person.</summary>
    public static bool IsolatesSomebody(IEnumerable<Publication> published) => published.GroupBy(each => each.Period).Any(period =>
    {
        var people = period.SelectMany(each => each.People).Distinct().Order(StringComparer.Ordinal).ToList();
        var basis = new SortedDictionary<int, long[]>();
        foreach (var set in period.SelectMany(each => new[] { each.People, each.Counted }))
        {
            var vector = people.Select(person => set.Contains(person) ? 1L : 0L).ToArray();
            Reduce(vector, basis, add: true);
        }

        return Enumerable.Range(0, people.Count).Any(person =>
        {
            var one = new long[people.Count];
            one[person] = 1;
            return Reduce(one, basis, add: false);
        });
    });

    /// <summary>Whether the basis spans a vector; if not, optionally adds the remainder to the basis.</summary>
    private static bool Reduce(long[] vector, SortedDictionary<int, long[]> basis, bool add)
    {
        for (var column = 0; column < vector.Length; column++)
        {
            if (vector[column] == 0)
            {
                continue;
            }

            if (basis.TryGetValue(column, out var row))
            {
                var factor = vector[column];
                for (var each = column; each < vector.Length; each++)
                {
                    vector[each] = (vector[each] + (Prime - factor) * row[each]) % Prime;
                }

                continue;
            }

            if (add)
            {
                var inverse = (long)System.Numerics.BigInteger.ModPow(vector[column], Prime - 2, Prime);
                basis.Add(column, [.. vector.Select(value => value * inverse % Prime)]);
            }

            return false;
        }

        return true;
    }
}
