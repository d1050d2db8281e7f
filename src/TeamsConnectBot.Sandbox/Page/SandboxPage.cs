using TeamsConnectBot.Sandbox.Graph;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The files and API of the page on which a user plays two people (each in a 'chair') and the members of a channel.</summary>
internal static class SandboxPage
{
    public static void MapSandboxPage(
        this WebApplication app, SandboxTenant tenant, TeamsClient teams, SharedChatClient channels, ISandboxControl control,
        ReportEndpoints reports, IAiWeek aiWeek)
    {
        var page = app.MapGroup("").AddEndpointFilter(PageGuard.Check);
        page.MapGet("/", () => PageFiles.Get("index.html"));
        page.MapGet("/page/{**path}", (string path) => PageFiles.Get(path));

        var api = page.MapGroup("/page/api");
        // The clock must not move while the service restarts with another source.
        var turn = new SemaphoreSlim(1, 1);
        var aiWeekViews = new AiWeekViews(reports, aiWeek);
        api.MapViews(tenant, control, aiWeekViews);
        api.MapGet("/changes", (HttpContext context) => ChangeStream.RunAsync(tenant.Changes, context, app.Lifetime.ApplicationStopping));
        api.MapTeams(tenant, teams);
        api.MapChannel(tenant, channels);
        api.MapOutlook(tenant);
        api.MapClock(control, turn);
        api.MapAiWeek(tenant, aiWeekViews, aiWeek, turn);
    }
}
