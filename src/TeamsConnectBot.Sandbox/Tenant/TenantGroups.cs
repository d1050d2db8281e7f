using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The groups of the tenant.</summary>
internal sealed class TenantGroups
{
    private readonly ConcurrentDictionary<Guid, TenantGroup> groups = new();

    public TenantGroup? Find(Guid id) => groups.GetValueOrDefault(id);

    /// <summary>Adds a group or replaces it.</summary>
    public void Set(TenantGroup group) => groups[group.Id] = group;

    /// <summary>Every person in a group or in a group inside it, once, in the order they are met.</summary>
    public IReadOnlyList<Person> TransitiveMembersOf(Guid id)
    {
        var seen = new HashSet<Guid>();
        var people = new List<Person>();
        var known = new HashSet<Guid>();
        var open = new Stack<Guid>([id]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next) || Find(next) is not { } group)
            {
                continue;
            }

            people.AddRange(group.Members.Where(person => known.Add(person.ObjectId)));
            foreach (var inner in group.Groups.Reverse())
            {
                open.Push(inner);
            }
        }

        return people;
    }
}
