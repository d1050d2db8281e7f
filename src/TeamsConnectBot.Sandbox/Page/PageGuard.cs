using System.Net;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>
/// Keeps other web pages in the same browser away: they could reach loopback by a name of their own, or post to it blindly.
/// </summary>
internal static class PageGuard
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: https:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        if (!IsLoopback(request.Host.Host))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        // A foreign page cannot add this header without the browser asking us first.
        if (HttpMethods.IsPost(request.Method) && !request.Headers.ContainsKey("X-Sandbox-Page"))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var headers = call.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return await next(call);
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
