using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>A mailbox's default calendar, without its events.</summary>
internal sealed class CalendarEndpoint(SandboxTenant tenant, SandboxOptions options)
{
    private static readonly string[] MayRead = ["Calendars.ReadBasic.All", "Calendars.Read", "Calendars.ReadWrite"];

    public IEnumerable<GraphRoute> Routes =>
        [new("GET", "users/{id}/calendar", "calendar", MayRead, Answer, GraphContract.One("calendar"))];

    private GraphReply Answer(GraphCall request)
    {
        if (GraphMailboxes.Refusal(tenant, request.Argument(0)) is { } refusal)
        {
            return refusal;
        }

        var providers = options.OnlineMeetingProviders;
        return GraphReply.One(request, $"users('{request.Argument(0)}')/calendar/$entity", new JsonObject
        {
            ["id"] = "AAMkAGI1default",
            ["name"] = "Calendar",
            ["canEdit"] = true,
            ["allowedOnlineMeetingProviders"] = new JsonArray([.. providers.Select(name => JsonValue.Create(name))]),
            ["defaultOnlineMeetingProvider"] = providers.Count > 0 ? providers[0] : "unknown",
        });
    }
}
