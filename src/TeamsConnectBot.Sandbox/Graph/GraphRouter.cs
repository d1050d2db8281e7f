using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Graph;

/// <summary>Finds what answers a request, whether it came alone or in a batch.</summary>
internal sealed class GraphRouter(IEnumerable<GraphRoute> routes, RequestCounters counters, SandboxOptions options)
{
    private readonly ILookup<int, GraphRoute> byLength = routes.ToLookup(route => route.Segments);

    public async ValueTask<GraphReply> AnswerAsync(GraphRequest request)
    {
        foreach (var route in byLength[request.Segments.Count])
        {
            if (route.Method == request.Method && route.Match(request.Segments) is { } arguments)
            {
                counters.Add(route.Kind);
                return Allowed(route)
                    ? await route.Answer(request.With(arguments))
                    : GraphReply.Error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
            }
        }

        counters.AddUnexpected(request.Method, request.Path);
        return GraphReply.Error(404, "UnknownRoute", $"The sandbox has no {request.Method} {request.Path}.");
    }

    private bool Allowed(GraphRoute route) => route.Permissions.Length == 0 || route.Permissions.Any(options.GrantedPermissions.Contains);
}
