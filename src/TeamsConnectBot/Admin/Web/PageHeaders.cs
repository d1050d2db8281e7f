using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// The security headers of every response: no script or style but the page's own and Teams' one library (its theme and its token), and
/// no frame but Teams'.
/// </summary>
internal sealed class PageHeaders(MicrosoftCloud cloud)
{
    // teams.js loads the same file, with its hash. No other address of it is documented for a national cloud.
    private const string TeamsLibrary = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js";

    private readonly string policy =
        "default-src 'none'; script-src 'self' " + TeamsLibrary + "; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors "
        + string.Join(' ', cloud.TabHosts);

    public void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
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
