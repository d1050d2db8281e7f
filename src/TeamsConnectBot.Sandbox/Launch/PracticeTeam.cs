using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A team to try rituals in: the department of the person in the first chair, who owns it.</summary>
internal static class PracticeTeam
{
    private const int MostMembers = 12;

    public static void AddTo(SandboxTenant tenant)
    {
        var chairs = SuggestedPair.Of(tenant).Select(id => tenant.People.ById(id)!).Distinct().ToList();
        var department = chairs[0].Department;
        var members = chairs.Concat(tenant.People.All.Where(person => person.Department == department)).Distinct().Take(MostMembers);
        tenant.Spaces.AddTeam(department ?? "Team", [chairs[0]], [.. members]);
    }
}
