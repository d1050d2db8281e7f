namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// What every answer of the page tells the browser: no script or style but its own and the one file that asks Teams for a token, and
/// no frame but Teams'.
/// </summary>
internal static class PageHeaders
{
    // The hosts Teams asks a tab to allow; cloud.microsoft is where Microsoft moves all of them.
    private const string FrameAncestors = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    // sign-in.js names the same file, with its hash.
    private const string TeamsLibrary = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js";

    public const string Policy =
        "default-src 'none'; script-src 'self' " + TeamsLibrary + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors " + FrameAncestors;

    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // A page about people's work stays in no cache and in no 'back' after signing out. Last, as the guard of forms sets its own.
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
