using System.Net;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>
/// Refuses requests from other web pages in the same browser, which could reach loopback through a host name of their own (DNS
/// rebinding) or send POST requests without reading the response (CSRF).
/// </summary>
internal static class PageGuard
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: https:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;

        // Another page can't add this header: the browser would first ask the Sandbox for permission, in a preflight request.
        if (!IsLoopback(request.Host.Host) || (HttpMethods.IsPost(request.Method) && !request.Headers.ContainsKey("X-Sandbox-Page")))
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
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
