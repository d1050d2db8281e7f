using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Admin.Web;

/// <summary>The language of the admin pages: the user's choice, otherwise the browser's preference.</summary>
internal static class PageLanguage
{
    private const string CookieName = "connectbot-language";

    public static string Of(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value?.Split('-')[0])
        .Prepend(context.Request.Cookies[CookieName])
        .FirstOrDefault(language => language is not null && PageTexts.Has(language)) ?? PageTexts.Default;

    /// <summary>The requested address, to return to after changing the language, without a form's <c>handler</c> parameter.</summary>
    public static string AddressOf(HttpContext context)
    {
        var asked = context.Features.Get<IStatusCodeReExecuteFeature>();
        var query = asked is null ? context.Request.Query : new QueryCollection(QueryHelpers.ParseQuery(asked.OriginalQueryString));
        return (asked?.OriginalPath ?? context.Request.Path.Value) + new QueryBuilder(query.Where(part => part.Key != "handler"))
            .ToQueryString();
    }

    public static IResult Choose(HttpContext context, string to, string? back)
    {
        if (PageTexts.Has(to))
        {
            var cookie = Sessions.Cookie(CookieName);
            cookie.MaxAge = TimeSpan.FromDays(365);
            context.Response.Cookies.Append(CookieName, to, cookie.Build(context));
        }

        return Results.LocalRedirect(SignInRoutes.LocalOr(back, AdminFeature.Root));
    }
}
