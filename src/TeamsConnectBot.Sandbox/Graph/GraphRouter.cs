using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Finds the route for a request, whether it came on its own or inside a batch.</summary>
internal sealed class GraphRouter(IEnumerable<GraphRoute> routes, SandboxTenant tenant, SandboxOptions options)
{
    private readonly ILookup<int, GraphRoute> byLength = routes.ToLookup(route => route.Segments);

    public async ValueTask<GraphReply> AnswerAsync(GraphCall request)
    {
        tenant.Counters.Graph.Add(() => new(tenant.Now, request.Method, request.Segments, request.Query, request.Body?.GetRawText()));
        foreach (var route in byLength[request.Segments.Count].Where(route => route.Method == request.Method))
        {
            if (route.Match(request.Segments) is { } arguments)
            {
                tenant.Counters.Add(route.Kind);
                return route.Permissions.Length > 0 && !route.Permissions.Any(options.GrantedPermissions.Contains)
                    ? GraphReply.Error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
                    : route.Contract?.Refusal(request) ?? await route.Answer(request.With(arguments));
            }
        }

        tenant.Counters.AddUnexpected(request.Method, request.Path);
        return GraphReply.Error(404, "UnknownRoute", $"The sandbox has no route for {request.Method} {request.Path}.");
    }
}
