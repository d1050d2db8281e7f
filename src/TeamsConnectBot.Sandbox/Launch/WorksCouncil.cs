using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Page;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>
/// The simulated organisation's admin and works council. They decide on the service's own admin page, as they would anywhere: the admin
/// switches the rules for a week with much AI on, and the works council approves whatever then waits for it.
/// </summary>
internal sealed partial class WorksCouncil : IDisposable
{
    private const string RulesPage = "/admin/rules";
    private const string ApprovalsPage = "/admin/approvals";

    /// <summary>In a smaller pool the service refuses rules that use bands.</summary>
    public const int LeastPeople = 25;

    /// <summary>What has to be allowed for AI-heavy weeks to count: the usage report, and the two rules.</summary>
    public const int AiWeekDecisions = 3;

    private static readonly string[] AiRules = ["ai-week-coworking", "ai-week-coffee"];

    private readonly SandboxServer tenant;
    private readonly AdminPages admins;
    private readonly AdminPages members;
    private Person? member;

    private WorksCouncil(SandboxServer tenant, Uri service) =>
        (this.tenant, admins, members) = (tenant, new AdminPages(service), new AdminPages(service));

    /// <summary>Signs both in, if the organisation has them.</summary>
    public static async Task<WorksCouncil> SignInAsync(SandboxServer tenant, Uri service, CancellationToken cancellation)
    {
        var council = new WorksCouncil(tenant, service);
        var roles = tenant.Tenant.Roles.All.ToLookup(given => given.Role, given => tenant.Tenant.People.ByObjectId(given.ObjectId)!);
        if (roles[TenantRoles.Admin].FirstOrDefault() is not { } admin
            || roles[TenantRoles.WorksCouncil].FirstOrDefault() is not { } member)
        {
            return council;
        }

        await council.admins.SignInAsync(admin, RulesPage, cancellation);
        await council.members.SignInAsync(member, ApprovalsPage, cancellation);
        council.member = member;
        return council;
    }

    /// <summary>Has the usage report and the rules allowed, as far as the service lets them; see <see cref="LeastPeople"/>.</summary>
    public async Task<IReadOnlyList<Decision>> AllowAiWeekAsync(CancellationToken cancellation)
    {
        if (member is null)
        {
            return [];
        }

        foreach (var rule in AiRules)
        {
            await admins.SubmitAsync($"{RulesPage}?handler=Switch", cancellation, ("id", rule), ("on", "true"));
        }

        var waiting = await members.OpenAsync(ApprovalsPage, cancellation);
        var decisions = new List<Decision>();
        foreach (var source in WaitingSource().Matches(waiting).Select(match => match.Groups["source"].Value))
        {
            await members.SubmitAsync($"{ApprovalsPage}?handler=Signal", cancellation, ("source", source), ("approve", "true"));
            decisions.Add(new Decision(source, member.Name, tenant.Tenant.Clock.GetUtcNow()));
        }

        foreach (var groups in WaitingRule().Matches(waiting).Select(match => match.Groups))
        {
            var (id, number) = (groups["id"].Value, groups["number"].Value);
            await members.SubmitAsync(
                $"{ApprovalsPage}?handler=Decide", cancellation, ("id", id), ("number", number), ("approve", "true"));
            decisions.Add(new Decision(id, member.Name, tenant.Tenant.Clock.GetUtcNow()));
        }

        return decisions;
    }

    public void Dispose()
    {
        admins.Dispose();
        members.Dispose();
    }

    [GeneratedRegex("""name="source" value="(?<source>[^"]+)">""")]
    private static partial Regex WaitingSource();

    // Of the two forms about a rule, only the decision has fields for a reason and a last day.
    [GeneratedRegex(
        """name="id" value="(?<id>[^"]+)">\s*<input type="hidden" name="number" value="(?<number>\d+)">\s*<div class="fields">""")]
    private static partial Regex WaitingRule();
}
