using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>An admin switches the two AI-week rules on, and the works council agrees, both on the admin page.</summary>
internal static class AiWeekApproval
{
    /// <summary>In a smaller pool the service refuses rules that use bands.</summary>
    public const int LeastPeople = 25;

    private static readonly string[] Rules = ["ai-week-coworking", "ai-week-coffee"];

    /// <exception cref="InvalidOperationException">A rule is not in force afterwards.</exception>
    public static async Task GiveAsync(SandboxServer tenant, CancellationToken cancellation)
    {
        using var admin = await AdminVisit.SignInAsync(tenant, WhoIs(tenant.Tenant, TenantRoles.Admin), cancellation);
        using var council = await AdminVisit.SignInAsync(tenant, WhoIs(tenant.Tenant, TenantRoles.WorksCouncil), cancellation);
        foreach (var rule in Rules)
        {
            await admin.SubmitAsync("/admin/rules", "Switch", Form(("id", rule), ("on", "true")), cancellation);
            await council.SubmitAsync(
                "/admin/approvals", "Decide", Form(("id", rule), ("number", "1"), ("approve", "true")), cancellation);
        }

        var switches = (await admin.OpenAsync("/admin/rules", cancellation)).Split("<form");
        if (Rules.FirstOrDefault(rule => !switches.Any(form => IsSwitchOff(form, rule))) is { } refused)
        {
            throw new InvalidOperationException($"The rule {refused} is not in force: was it refused, or has the admin page changed?");
        }
    }

    private static bool IsSwitchOff(string form, string rule) =>
        form.Contains($"value=\"{rule}\"", StringComparison.Ordinal)
        && form.Contains("name=\"on\" value=\"false\"", StringComparison.OrdinalIgnoreCase);

    private static Person WhoIs(SandboxTenant tenant, string role) =>
        tenant.People.All.First(person => tenant.Roles.Of(person).Contains(role));

    private static Dictionary<string, string> Form(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);
}
