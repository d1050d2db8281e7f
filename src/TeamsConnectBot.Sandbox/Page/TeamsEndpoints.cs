using System.Text.Json.Nodes;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>What somebody in a chair does in Teams.</summary>
internal static class TeamsEndpoints
{
    public static void MapTeams(this RouteGroupBuilder api, SandboxTenant tenant, TeamsClient teams)
    {
        api.MapPost("/people/{id}/install", (string id) => Act(tenant, id, person => teams.InstallAsync(person)));
        api.MapPost("/people/{id}/uninstall", (string id) => Act(tenant, id, person => teams.UninstallAsync(person)));
        api.MapPost("/people/{id}/block", (string id) => Act(tenant, id, teams.BlockAsync));
        api.MapPost("/people/{id}/unblock", (string id) => Act(tenant, id, teams.UnblockAsync));

        api.MapPost("/people/{id}/say", async (string id, SayRequest request) =>
        {
            if (tenant.People.ById(id) is not { } person)
            {
                return Results.NotFound();
            }

            var status = await teams.SayAsync(person, request.Text);
            return status is >= 200 and < 300 ? Results.NoContent() : Results.StatusCode(StatusCodes.Status502BadGateway);
        });

        api.MapPost("/people/{id}/click", async (string id, ClickRequest request) =>
            tenant.People.ById(id) is { } person ? Results.Ok(await ClickAsync(teams, person, request)) : Results.NotFound());
    }

    private static async Task<IResult> Act(SandboxTenant tenant, string id, Func<Person, Task> act)
    {
        if (tenant.People.ById(id) is not { } person)
        {
            return Results.NotFound();
        }

        await act(person);
        return Results.NoContent();
    }

    private static async Task<ClickView> ClickAsync(TeamsClient teams, Person person, ClickRequest request)
    {
        if (request.Type == "Action.Submit")
        {
            var status = await teams.SubmitAsync(person, request.MessageId, request.Data ?? []);
            return new ClickView(status is >= 200 and < 300 ? "sent" : "error", null);
        }

        var answer = await teams.ClickAsync(person, request.MessageId, request.Verb ?? "", request.Data);
        return answer switch
        {
            { Ok: false } => new ClickView("error", null),
            { CardJson: not null } => new ClickView("card", null),
            _ => new ClickView("message", answer.Message),
        };
    }

    private sealed record SayRequest(string Text);

    /// <summary>A clicked action; its data has the inputs' values merged in, as the renderer gives it.</summary>
    private sealed record ClickRequest(string MessageId, string Type, string? Verb, JsonObject? Data);

    /// <summary><c>card</c>, <c>message</c>, <c>sent</c> or <c>error</c>; of an error Teams tells no more than that there was one.</summary>
    private sealed record ClickView(string Outcome, string? Text);
}
