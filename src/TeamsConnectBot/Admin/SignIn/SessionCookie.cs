using Microsoft.AspNetCore.Authentication.Cookies;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>What happens with the session when its cookie is given, comes back and is taken away.</summary>
internal sealed class SessionCookie(SessionBook sessions, CurrentOffices current) : CookieAuthenticationEvents
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var secret = await sessions.OpenAsync(AdminClaims.OfficesOf(context.Principal!), context.HttpContext.RequestAborted);
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

        // What the row says counts; a copy of the cookie may be older.
        var offices = await current.OfAsync(session, AdminClaims.IdOf(context.Principal!), AdminClaims.ByAppRole(context.Principal!), stop);
        context.ReplacePrincipal(AdminClaims.With(context.Principal!, offices));
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (AdminClaims.SessionOf(context.HttpContext.User) is { } secret)
        {
            await sessions.EndAsync(secret, context.HttpContext.RequestAborted);
        }
    }
}
