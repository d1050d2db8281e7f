using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Extensions;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Opens the session when its cookie is issued, checks it on every request, and ends it when the cookie is removed.</summary>
internal sealed class SessionCookie(SessionStore sessions, SessionRoles current) : CookieAuthenticationEvents
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var secret = await sessions.OpenAsync(AdminClaims.RolesOf(context.Principal!), context.HttpContext.RequestAborted);
        AdminClaims.Add(context.Principal!, secret);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var stop = context.HttpContext.RequestAborted;
        if (AdminClaims.SessionOf(context.Principal!) is not { } secret || await sessions.FindAsync(secret, stop) is not { } session)
        {
            context.RejectPrincipal();
            return;
        }

        // The stored session decides, because the roles in the cookie may be outdated.
        var roles = await current.OfAsync(session, AdminClaims.IdOf(context.Principal!), AdminClaims.ByAppRole(context.Principal!), stop);
        context.ReplacePrincipal(AdminClaims.With(context.Principal!, roles));
    }

    // After signing in, the page itself is opened and not the form that was sent to it, which a browser does not send again.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var back = context.Request.Path + new QueryBuilder(context.Request.Query.Where(part => part.Key != "handler")).ToQueryString();
        var lost = HttpMethods.IsPost(context.Request.Method) ? "&lost=true" : "";
        context.RedirectUri = $"{Sessions.SignInPath}?back={Uri.EscapeDataString(back)}{lost}";
        return base.RedirectToLogin(context);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (AdminClaims.SessionOf(context.HttpContext.User) is { } secret)
        {
            await sessions.EndAsync(secret, context.HttpContext.RequestAborted);
        }
    }
}
