namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>
/// The better of two matchings on every component of their symmetric difference. Those components don't touch each other, so the
/// result is a matching again, and at least as heavy as either.
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

            var gain = Collect(start, into, other, seen, component);
            if (gain > 0)
            {
                foreach (var person in component)
                {
                    into.Mates[person] = other.Mates[person];
                    into.Weights[person] = other.Weights[person];
                }
            }
        }
    }

    /// <summary>Gathers a component; returns twice what the other matching is worth more on it.</summary>
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
