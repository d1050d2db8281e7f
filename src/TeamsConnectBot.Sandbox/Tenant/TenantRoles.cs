using System.Collections.Concurrent;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The app roles assigned to people. At first the last three people have one each, so that every page can be opened.</summary>
internal sealed class TenantRoles
{
    public const string Admin = "ConnectBot.Admin";
    public const string WorksCouncil = "ConnectBot.WorksCouncil";
    public const string Reader = "ConnectBot.Reader";

    private readonly ConcurrentDictionary<Guid, string[]> roles = new();

    public TenantRoles(PeopleDirectory people)
    {
        foreach (var (person, role) in people.All.Reverse().Zip([Admin, WorksCouncil, Reader]))
        {
            Set(person, role);
        }
    }

    public void Set(Person person, params string[] given) => roles[person.ObjectId] = given;

    public IReadOnlyList<string> Of(Person person) => roles.GetValueOrDefault(person.ObjectId) ?? [];

    /// <summary>Everyone with a role, once per role.</summary>
    public IEnumerable<(Guid ObjectId, string Role)> All => roles.SelectMany(given => given.Value.Select(role => (given.Key, role)));
}
