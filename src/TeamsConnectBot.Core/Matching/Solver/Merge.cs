namespace TeamsConnectBot.Core.Matching.Solver;

/// <summary>
/// Takes the better of two matchings on every component of their symmetric difference. These components do not touch each other, so the
/// result is again a matching, at least as heavy as either.
/// </summary>
internal static class Merge
{
    public static void BestOf(Pairing into, Pairing other)
    {
        var seen = new bool[into.Mates.Length];
        var component = new List<int>();
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || into.Mates[start] == other.Mates[start])
            {
                continue;
            }

            if (Collect(start, into, other, seen, component) > 0)
            {
                foreach (var person in component)
                {
                    into.Mates[person] = other.Mates[person];
                    into.Weights[person] = other.Weights[person];
                }
            }
        }
    }

    /// <summary>Collects a component; returns twice the weight by which the other matching is heavier on it.</summary>
    private static long Collect(int start, Pairing into, Pairing other, bool[] seen, List<int> component)
    {
        long gain = 0;
        component.Clear();
        component.Add(start);
        seen[start] = true;
        for (var index = 0; index < component.Count; index++)
        {
            var person = component[index];
            gain += other.Weights[person] - into.Weights[person];
            Visit(into.Mates[person]);
            Visit(other.Mates[person]);
        }

        return gain;

        void Visit(int person)
        {
            if (person >= 0 && !seen[person])
            {
                seen[person] = true;
                component.Add(person);
            }
        }
    }
}
