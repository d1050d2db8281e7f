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
        actions.MapPost("/file", async (string id, FileAnswer answer) => tenant.People.ById(id) is not { } person
            || tenant.Chats.Of(person).Find(answer.MessageId) is not { Asks: not null } asked ? Results.NotFound()
            : IsSuccess(answer.Allows ? await teams.AllowFileAsync(person, asked) : await teams.DeclineFileAsync(person, asked))
                ? Results.NoContent()
                : Results.StatusCode(StatusCodes.Status502BadGateway));
        actions.MapGet("/file/{file:guid}", (HttpResponse response, string id, Guid file) => Download(tenant, response, id, file));
        actions.MapPost("/click", async (string id, ClickRequest request) =>
            tenant.People.ById(id) is { } person ? Results.Ok(await ClickAsync(teams, person, request)) : Results.NotFound());
    }

    // As OneDrive does: a page from a bot is downloaded, and never shown at this address.
    private static IResult Download(SandboxTenant tenant, HttpResponse response, string id, Guid file)
    {
        response.Headers.ContentSecurityPolicy = "sandbox";
        return tenant.Drives.Find(file) is { } found && found.Owner.Id == id
            ? Results.Bytes(found.Content, "application/octet-stream", found.Name)
            : Results.NotFound();
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
