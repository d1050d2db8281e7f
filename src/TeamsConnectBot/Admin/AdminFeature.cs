using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using TeamsConnectBot.Admin.Commands;
using TeamsConnectBot.Admin.Notices;
using TeamsConnectBot.Admin.Overview;
using TeamsConnectBot.Admin.Preview;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Roles;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Admin;

internal static class AdminFeature
{
    public const string Root = "/admin";

    private const string Problem = Root + "/problem";

    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AdminOptions>().Bind(configuration.GetSection(AdminOptions.Section))
            .PostConfigure<MicrosoftCloud>((admin, cloud) => admin.FillFrom(cloud)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AdminOptions>, AdminOptionsValidation>();
        services.AddSingleton<PageHeaders>();
        services.AddSingleton<PublicAddress>().AddSingleton<PageNotes>().AddSingleton<CardPreviews>().AddSingleton<BackgroundDryRuns>()
            .AddSingleton<DepartmentList>().AddSingleton<PoolOverviews>().AddSingleton<WaitingList>().AddAdminCommands();
        services.AddSingleton<ApprovalNotices>().AddSingleton<MessageSource, ApprovalNoticeMessages>()
            .AddDueTask<ApprovalNotices>(
                DueTaskKind.TellApprovals, (notices, task, cancellationToken) => notices.LookAsync(task, cancellationToken),
                waitsForGraph: true);
        services.Configure<FormOptions>(FormLimits.Set);
        services.AddOtherColumns(
            new(
                "AdminSessions",
                "an open session of the admin page, by a hash of a random number in a cookie; gone at sign-out, or with the first "
                    + "sign-in after its hours",
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
            // By default Razor looks for pages in the entry assembly, which may be another program that hosts the service; and MVC would
            // look through all types for controllers, of which there are none.
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(AdminFeature).Assembly));
            });
        return services;
    }

    public static void MapAdmin(this WebApplication app)
    {
        // Without a body, the browser would show its own error page in its own language.
        app.UseStatusCodePagesWithReExecute(Problem);
        app.UseWhen(context => !IsPage(context), others => others.Use((context, next) =>
        {
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            return next(context);
        }));
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Root), admin => admin.UseMiddleware<PageGate>().UseMiddleware<PageFailures>());
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet($"{Root}/site/{{**path}}", (string path) => SiteFiles.Get(path));
        app.MapGet($"{Root}/sign-in/microsoft", SignInRoutes.Start);
        app.MapGet($"{Root}/language", PageLanguage.Choose);
        app.MapRazorPages();
    }

    // Styles and scripts get plain status codes, not the error page.
    private static bool IsPage(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Root) && !context.Request.Path.StartsWithSegments($"{Root}/site");

    private static void AddSignIn(this IServiceCollection services, AdminOptions options)
    {
        services.AddSingleton<EntraTokenValidation>().AddSingleton<ClientCredential>().AddSingleton<SignInRoles>()
            .AddSingleton<SessionStore>().AddSingleton<SessionRoles>().AddScoped<SessionCookie>().AddSessionKeys();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => Sessions.Configure(cookie, options));
        if (options.IsOn)
        {
            authentication.AddOAuth<OAuthOptions, EntraSignInHandler>(EntraSignInHandler.SchemeName, _ => { });
            services.AddOptions<OAuthOptions>(EntraSignInHandler.SchemeName)
                .Configure<IOptions<AdminOptions>>((oauth, admin) => Sessions.Configure(oauth, admin.Value));
        }

        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie = Sessions.FormCookie();
            // The frame-ancestors policy says who may frame the page; this older header would block Teams.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(AdminPolicy.Look, policy => policy.RequireRole(nameof(Role.Reader), nameof(Role.Admin), nameof(Role.WorksCouncil)))
            .AddPolicy(AdminPolicy.Audit, policy => policy.RequireRole(nameof(Role.Admin), nameof(Role.WorksCouncil)));
    }
}
