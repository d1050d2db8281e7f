using TeamsConnectBot.Sandbox.Contracts;
using TeamsConnectBot.Sandbox.Entra;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>The connector's REST API under <c>/teams/v3</c>.</summary>
internal static class ConnectorEndpoints
{
    // The real service ignores properties it does not know.
    private static readonly SchemaValidator Schema = new(SchemaTable.Connector, takesUnknown: true);

    public static void MapConnector(this IEndpointRouteBuilder endpoints, SandboxTenant tenant, EntraTokens tokens, SandboxOptions options)
    {
        var limits = new ConnectorLimits(options);
        var conversations = new ConnectorConversations(tenant, limits);
        var messages = new ConnectorMessages(tenant, limits, options);
        var teams = new ConnectorTeams(tenant);
        var group = endpoints.MapGroup("/teams/v3").AddEndpointFilter(async (context, next) =>
        {
            if (await tokens.RefusalAsync(context.HttpContext.Request.Headers.Authorization, tokens.Cloud.Connector) is { } refusal)
            {
                return ConnectorErrorResults.Unauthorized(refusal);
            }

            return limits.ThrottleApp(context.HttpContext.Response) ?? await next(context);
        });

        group.MapPost("/conversations", (HttpRequest request) =>
            WithBodyAsync(request, "ConversationParameters", body => conversations.Create(request.HttpContext.Response, body)));
        group.MapPost("/conversations/{id}/activities/history", () => ConnectorErrorResults.NotSimulated);
        group.MapPost("/conversations/{id}/activities", (HttpRequest request, string id) =>
            WithBodyAsync(request, "Activity", body => messages.Send(request, id, null, body)));
        group.MapPost("/conversations/{id}/activities/{activityId}", (HttpRequest request, string id, string activityId) =>
            WithBodyAsync(request, "Activity", body => messages.Send(request, id, activityId, body)));
        group.MapPut("/conversations/{id}/activities/{activityId}", (HttpRequest request, string id, string activityId) =>
            WithBodyAsync(request, "Activity", body => messages.Update(request, id, activityId, body)));
        group.MapDelete("/conversations/{id}/activities/{activityId}", messages.Delete);
        group.MapGet("/conversations/{id}/members", conversations.Members);
        group.MapGet("/conversations/{id}/members/{memberId}", conversations.Member);
        group.MapGet("/conversations/{id}/pagedmembers", conversations.PagedMembers);
        group.MapGet("/teams/{id}", teams.Details);
        group.MapGet("/teams/{id}/conversations", teams.Channels);
    }

    private static async Task<IResult> WithBodyAsync(HttpRequest request, string type, Func<JsonObject, IResult> answer)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length * sizeof(char) > ConnectorMessages.MostBytes)
        {
            return ConnectorErrorResults.TooBig;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? ConnectorErrorResults.BadSyntax("The body is not a JSON object.")
                : Schema.Problems(document.RootElement, type).FirstOrDefault() is { } problem
                    ? ConnectorErrorResults.BadSyntax(problem.ToString())
                : answer(JsonObject.Create(document.RootElement.Clone())!);
        }
        catch (JsonException failure)
        {
            return ConnectorErrorResults.BadSyntax(failure.Message);
        }
    }
}
