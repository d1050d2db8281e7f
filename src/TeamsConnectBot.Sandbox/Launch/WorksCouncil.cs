using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>
/// The simulated organisation's admin and works council. They decide on the service's own admin page, as they would anywhere: the admin
/// switches the rules for a week with much AI on, and the works council approves whatever then waits for it.
/// </summary>
internal static partial class WorksCouncil
{
    private const string RulesPage = "/admin/rules";
    private const string ApprovalsPage = "/admin/approvals";

    /// <summary>In a smaller pool the service refuses rules that use bands.</summary>
    public const int LeastPeople = 25;

    /// <summary>What has to be allowed for AI-heavy weeks to count: the usage report, and the two rules.</summary>
    public const int AiWeekDecisions = 3;

    private static readonly string[] AiRules = ["ai-week-coworking", "ai-week-coffee"];

    /// <summary>Has the usage report and the rules allowed, as far as the service lets them; see <see cref="LeastPeople"/>.</summary>
    public static async Task<IReadOnlyList<Decision>> AllowAiWeekAsync(SandboxServer tenant, Uri service, CancellationToken cancellation)
    {
        var roles = tenant.Tenant.Roles.All.ToLookup(given => given.Role, given => tenant.Tenant.People.ByObjectId(given.ObjectId)!);
        if (roles[TenantRoles.Admin].FirstOrDefault() is not { } admin
            || roles[TenantRoles.WorksCouncil].FirstOrDefault() is not { } council)
        {
            return [];
        }

        using (var pages = new AdminPages(service))
        {
            await pages.SignInAsync(admin, RulesPage, cancellation);
            foreach (var rule in AiRules)
            {
                await pages.SubmitAsync($"{RulesPage}?handler=Switch", cancellation, ("id", rule), ("on", "true"));
            }
        }

        using var approvals = new AdminPages(service);
        var waiting = await approvals.SignInAsync(council, ApprovalsPage, cancellation);
        var decisions = new List<Decision>();
        foreach (var source in WaitingSource().Matches(waiting).Select(match => match.Groups["source"].Value))
        {
            await approvals.SubmitAsync($"{ApprovalsPage}?handler=Signal", cancellation, ("source", source), ("approve", "true"));
            decisions.Add(new Decision(source, council.Name, tenant.Tenant.Clock.GetUtcNow()));
        }

        foreach (var groups in WaitingRule().Matches(waiting).Select(match => match.Groups))
        {
            var (id, number) = (groups["id"].Value, groups["number"].Value);
            await approvals.SubmitAsync(
                $"{ApprovalsPage}?handler=Decide", cancellation, ("id", id), ("number", number), ("approve", "true"));
            decisions.Add(new Decision(id, council.Name, tenant.Tenant.Clock.GetUtcNow()));
        }

        return decisions;
    }

    [GeneratedRegex("""name="source" value="(?<source>[^"]+)">""")]
    private static partial Regex WaitingSource();

    // Of the two forms about a rule, only the decision has a button that approves.
    [GeneratedRegex(
        """name="id" value="(?<id>[^"]+)">\s*<input type="hidden" name="number" value="(?<number>\d+)">\s*<button class="primary" """)]
    private static partial Regex WaitingRule();
}
