using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Insights;

/// <summary>Groups people by the sets they are in.</summary>
internal static class Partition
{
    /// <summary>The groups of people who are in exactly the same sets; people in none of the sets are left out.</summary>
    public static IEnumerable<IReadOnlyList<string>> By(IEnumerable<IReadOnlySet<string>> sets)
    {
        var groupOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = 1;
        foreach (var set in sets)
        {
            // Members of the set who were in the same old group move to the same new group. Group 0 is 'in no set so far'.
            var moved = new Dictionary<int, int>();
            foreach (var person in set)
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groupOf, person, out _);
                if (!moved.TryGetValue(group, out var next))
                {
                    next = groups++;
                    moved.Add(group, next);
                }

                group = next;
            }
        }

        return groupOf.GroupBy(person => person.Value, person => person.Key).Select(group => group.ToList());
    }
}
