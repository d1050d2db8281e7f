using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>A team to lead: the first chair's department, with the first chair for its owner.</summary>
internal static class PracticeTeam
{
    private const int Most = 12;

    public static void AddTo(SandboxTenant tenant)
    {
        var chairs = SuggestedPair.Of(tenant).Select(id => tenant.People.ById(id)!).Distinct().ToList();
        var department = chairs[0].Department;
        tenant.Spaces.AddTeam(
            department ?? "Team", [chairs[0]], [.. chairs.Concat(tenant.People.All.Where(person => person.Department == department)).Distinct().Take(Most)]);
    }
}
