using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What a person in one of the chairs does in Teams.</summary>
internal static class TeamsEndpoints
{
    public static void MapTeams(this RouteGroupBuilder api, SandboxTenant tenant, TeamsClient teams)
    {
        var actions = api.MapGroup("/people/{id}");
        actions.MapPost("/install", (string id) => ActAsync(tenant, id, person => teams.InstallAsync(person)));
        actions.MapPost("/uninstall", (string id) => ActAsync(tenant, id, person => teams.UninstallAsync(person)));
        actions.MapPost("/block", (string id) => ActAsync(tenant, id, teams.BlockAsync));
        actions.MapPost("/unblock", (string id) => ActAsync(tenant, id, teams.UnblockAsync));
        actions.MapPost("/say", async (string id, SayRequest request) => tenant.People.ById(id) is not { } person ? Results.NotFound()
            : IsSuccess(await teams.SayAsync(person, request.Text)) ? Results.NoContent()
            : Results.StatusCode(StatusCodes.Status502BadGateway));
        actions.MapPost("/click", async (string id, ClickRequest request) =>
            tenant.People.ById(id) is { } person ? Results.Ok(await ClickAsync(teams, person, request)) : Results.NotFound());
    }

    private static async Task<IResult> ActAsync(SandboxTenant tenant, string id, Func<Person, Task> act)
    {
        if (tenant.People.ById(id) is not { } person)
        {
            return Results.NotFound();
        }

        await act(person);
        return Results.NoContent();
    }

    private static async Task<ClickView> ClickAsync(TeamsClient teams, Person person, ClickRequest request) =>
        request.Type == "Action.Submit"
            ? new ClickView(IsSuccess(await teams.SubmitAsync(person, request.MessageId, request.Data)) ? "sent" : "error")
            : ClickView.Of(await teams.ClickAsync(person, request.MessageId, request.Verb ?? "", request.Data));

    private static bool IsSuccess(int status) => status is >= 200 and < 300;
}
