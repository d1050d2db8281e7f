namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// The security headers of every response: no script or style but the page's own and the one file that asks Teams for a token, and no
/// frame but Teams'.
/// </summary>
internal static class PageHeaders
{
    // The hosts that Teams requires a tab to allow; Microsoft is moving all of them to cloud.microsoft.
    private const string FrameAncestors = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    // sign-in.js loads the same file, with its hash.
    private const string TeamsLibrary = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js";

    public const string Policy =
        "default-src 'none'; script-src 'self' " + TeamsLibrary + "; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors " + FrameAncestors;

    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // Pages must not stay in a cache or in the history after signing out. Set last, because antiforgery sets its own value.
        context.Response.OnStarting(() =>
        {
            headers.CacheControl = "no-cache, no-store";
            return Task.CompletedTask;
        });
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
