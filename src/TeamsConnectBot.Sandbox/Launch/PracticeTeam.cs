using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>
/// A team to try rituals in: the department of the person in the first chair, who owns it. In its private channel the owner decides; in its
/// shared channel, with people from another department, there is no owner, so the members vote.
/// </summary>
internal static class PracticeTeam
{
    private const int MostMembers = 12;
    private const int FewMembers = 3;

    public static void AddTo(SandboxTenant tenant)
    {
        var chairs = SuggestedPair.Of(tenant).Select(id => tenant.People.ById(id)!).Distinct().ToList();
        var department = chairs[0].Department;
        var members = chairs.Concat(Of(tenant, department)).Distinct().Take(MostMembers).ToImmutableArray();
        var team = tenant.Spaces.AddTeam(department ?? "Team", [chairs[0]], members).Team!;

        var few = members.Except(chairs).Take(FewMembers).ToImmutableArray();
        var others = Of(tenant, chairs[^1].Department).Except(members).Take(FewMembers);
        var (inPrivate, inShared) = (chairs.Union(few).ToImmutableArray(), chairs.Skip(1).Union(few).Union(others).ToImmutableArray());
        tenant.Spaces.AddChannel(team, "Budget", ChannelKind.Private, () => inPrivate);
        if (!inShared.IsEmpty)
        {
            tenant.Spaces.AddChannel(team, "Project", ChannelKind.Shared, () => inShared);
        }
    }

    private static IEnumerable<Person> Of(SandboxTenant tenant, string? department) =>
        tenant.People.All.Where(person => person.Department == department);
}
