using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The groups of the tenant.</summary>
internal sealed class TenantGroups
{
    private readonly ConcurrentDictionary<Guid, TenantGroup> groups = new();

    public TenantGroup? Find(Guid id) => groups.GetValueOrDefault(id);

    /// <summary>Adds a group or replaces it.</summary>
    public void Set(TenantGroup group) => groups[group.Id] = group;

    /// <summary>Every person in a group or in its nested groups, once, in the order in which they are found.</summary>
    public IReadOnlyList<Person> TransitiveMembersOf(Guid id)
    {
        var visited = new HashSet<Guid>();
        var people = new List<Person>();
        var open = new Stack<Guid>([id]);
        while (open.TryPop(out var next))
        {
            if (visited.Add(next) && Find(next) is { } group)
            {
                people.AddRange(group.Members);
                foreach (var inner in group.Groups.Reverse())
                {
                    open.Push(inner);
                }
            }
        }

        return [.. people.DistinctBy(person => person.ObjectId)];
    }
}
