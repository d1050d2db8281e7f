using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Options;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Report;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Admin.Commands;

namespace TeamsConnectBot.Admin;

internal static class AdminFeature
{
    public const string Root = "/admin";

    private const string Problem = Root + "/problem";

    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AdminOptions>().Bind(configuration.GetSection(AdminOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminOptions>, AdminOptionsValidation>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<PageNotes>();
        services.Configure<FormOptions>(FormLimits.Set);
        services.AddSingleton<CardPreviews>();
        services.AddSingleton<TryOuts>();
        services.AddSingleton<DepartmentList>();
        services.AddSingleton<ReportFacts>();
        services.AddOfficeCommands();
        services.AddOtherColumns(
            new(
                "AdminSessions",
                "an open session of the admin page, by a hash of a random number in a cookie; gone at sign-out, or with the first sign-in after "
                    + "its hours",
                "Id", "Offices", "CheckedAt", "ExpiresAt"),
            new(
                "AdminSessions",
                "what the session's next page says about what was just done; at most 1000 characters, gone once it was read",
                "Note", "NoteIsProblem"),
            new("SessionKeys", "keys that guard sessions and forms of the admin page", "Id", "Xml"));
        services.AddSignIn(configuration.GetSection(AdminOptions.Section).Get<AdminOptions>() ?? new AdminOptions());
        services.AddRazorPages(options =>
            {
                options.RootDirectory = "/Admin/Pages";
                options.Conventions.AddFolderRouteModelConvention("/", route =>
                {
                    foreach (var selector in route.Selectors)
                    {
                        selector.AttributeRouteModel!.Template = $"admin/{selector.AttributeRouteModel.Template}".TrimEnd('/');
                    }
                });
                options.Conventions.AuthorizeFolder("/", AdminPolicy.Look);
                options.Conventions.AllowAnonymousToPage("/SignIn");
                options.Conventions.AllowAnonymousToPage("/NoAccess");
                options.Conventions.AllowAnonymousToPage("/Problem");
            })
            // By default the pages are looked for in whatever program was started, which may only host the service.
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                var here = typeof(AdminFeature).Assembly;
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(here).GetApplicationParts(here))
                {
                    parts.ApplicationParts.Add(part);
                }
            });
        return services;
    }

    public static void MapAdmin(this WebApplication app)
    {
        // An answer without a body would be the browser's own error page, in whatever language that has.
        app.UseStatusCodePagesWithReExecute(Problem);
        app.UseWhen(context => !IsPage(context), others => others.Use((context, next) =>
        {
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            return next(context);
        }));
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Root),
            admin => admin.UseMiddleware<PageGate>().UseMiddleware<PageFailures>());
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet($"{Root}/site/{{**path}}", (string path) => SiteFiles.Get(path));
        app.MapGet($"{Root}/sign-in/microsoft", SignInRoutes.Start);
        app.MapGet($"{Root}/language", PageLanguage.Choose);
        app.MapRazorPages();
    }

    // The page's own files are no pages.
    private static bool IsPage(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Root) && !context.Request.Path.StartsWithSegments($"{Root}/site");

    private static void AddSignIn(this IServiceCollection services, AdminOptions options)
    {
        services.AddSingleton<EntraTokenValidation>();
        services.AddSingleton<ClientCredential>();
        services.AddSingleton<OfficesAtSignIn>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<CurrentOffices>();
        services.AddScoped<SessionCookie>();
        services.AddSessionKeys();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => Sessions.Configure(cookie, options));
        if (options.IsOn)
        {
            authentication.AddOAuth<Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions, EntraSignInHandler>(
                EntraSignInHandler.SchemeName, oauth => Sessions.Configure(oauth, options));
        }

        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie = Sessions.FormCookie();
            // The policy's frame-ancestors says who may frame the page; this older header would shut Teams out.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(AdminPolicy.Look, policy => policy.RequireRole(nameof(Offices.Reader), nameof(Offices.Admin), nameof(Offices.WorksCouncil)))
            .AddPolicy(AdminPolicy.Change, policy => policy.RequireRole(nameof(Offices.Admin)))
            .AddPolicy(AdminPolicy.Approve, policy => policy.RequireRole(nameof(Offices.WorksCouncil)))
            .AddPolicy(AdminPolicy.Stop, policy => policy.RequireRole(nameof(Offices.Admin), nameof(Offices.WorksCouncil)))
            .AddPolicy(AdminPolicy.Audit, policy => policy.RequireRole(nameof(Offices.Admin), nameof(Offices.WorksCouncil)));
    }
}
