using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Configures cookies and sign-in. Expiry follows the real clock, as it does in browsers.</summary>
internal static class Sessions
{
    public const string SignInPath = $"{AdminFeature.Root}/sign-in";

    public static void AddSessionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("TeamsConnectBot");
        services.AddSingleton<StoredKeys>().AddSingleton<WrappingKey>();
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeys, IServiceProvider>((keys, stored, provider) =>
        {
            keys.XmlRepository = stored;
            keys.XmlEncryptor = new SessionKeyEncryptor(provider);
        });
    }

    /// <summary>
    /// Teams shows the page in a frame, which makes its cookies third-party. They are partitioned, so that no other site's frame gets
    /// them.
    /// </summary>
    public static CookieBuilder Cookie(string name) => new()
    {
        Name = name, Path = AdminFeature.Root, HttpOnly = true, IsEssential = true,
        SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.None, Extensions = { "Partitioned" },
    };

    /// <summary>
    /// The antiforgery cookie, with the same attributes written out: the framework would not set a secure cookie over plain HTTP on
    /// loopback, which browsers consider secure.
    /// </summary>
    public static CookieBuilder FormCookie() => new()
    {
        Name = "connectbot-form", Path = AdminFeature.Root, HttpOnly = true, IsEssential = true,
        SecurePolicy = CookieSecurePolicy.None, SameSite = SameSiteMode.Unspecified,
        Extensions = { "Secure", "SameSite=None", "Partitioned" },
    };

    public static void Configure(CookieAuthenticationOptions cookie, AdminOptions options)
    {
        cookie.Cookie = Cookie("connectbot-session");
        cookie.LoginPath = SignInPath;
        cookie.ReturnUrlParameter = "back";
        cookie.AccessDeniedPath = $"{AdminFeature.Root}/no-access";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(options.SessionHours);
        cookie.SlidingExpiration = false;
        cookie.TimeProvider = TimeProvider.System;
        cookie.EventsType = typeof(SessionCookie);
    }

    public static void Configure(OAuthOptions oauth, AdminOptions options)
    {
        oauth.ClientId = options.ClientId;
        // This value is never sent: the handler uses ClientCredential, but the framework requires a value here.
        oauth.ClientSecret = "unused";
        oauth.AuthorizationEndpoint =
            options.AuthorizationEndpoint is { Length: > 0 } endpoint ? endpoint : $"{options.TenantAuthority}/oauth2/v2.0/authorize";
        oauth.TokenEndpoint = $"{options.TenantAuthority}/oauth2/v2.0/token";
        oauth.CallbackPath = $"{AdminFeature.Root}/signed-in";
        oauth.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        oauth.UsePkce = true;
        oauth.SaveTokens = false;
        oauth.Scope.Add("openid");
        oauth.Scope.Add("profile");
        oauth.TimeProvider = TimeProvider.System;
        oauth.BackchannelHttpHandler = ExtraCertificateAuthorities.CreateHandler(options.ExtraCaFile);
        oauth.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        oauth.Events.OnRemoteFailure = failure =>
        {
            failure.Response.Redirect($"{SignInPath}?problem=true");
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
