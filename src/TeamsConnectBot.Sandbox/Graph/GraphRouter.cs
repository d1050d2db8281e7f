using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Finds what answers a request, whether it came alone or in a batch.</summary>
internal sealed class GraphRouter(IEnumerable<GraphRoute> routes, SandboxTenant tenant, SandboxOptions options)
{
    private readonly ILookup<int, GraphRoute> byLength = routes.ToLookup(route => route.Segments);

    public async ValueTask<GraphReply> AnswerAsync(GraphCall request)
    {
        tenant.Counters.Graph.Add(() =>
            new AskedOfGraph(tenant.Now, request.Method, request.Segments, request.Query, request.Body?.GetRawText()));
        foreach (var route in byLength[request.Segments.Count])
        {
            if (route.Method == request.Method && route.Match(request.Segments) is { } arguments)
            {
                tenant.Counters.Add(route.Kind);
                return !Allowed(route)
                    ? GraphReply.Error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
                    : route.Contract is { } contract && GraphContractCheck.Refusal(contract, request) is { } refusal
                        ? refusal
                        : await route.Answer(request.With(arguments));
            }
        }

        tenant.Counters.AddUnexpected(request.Method, request.Path);
        return GraphReply.Error(404, "UnknownRoute", $"The sandbox has no {request.Method} {request.Path}.");
    }

    private bool Allowed(GraphRoute route) => route.Permissions.Length == 0 || route.Permissions.Any(options.GrantedPermissions.Contains);
}
