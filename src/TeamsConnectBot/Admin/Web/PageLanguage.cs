using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Admin.Web;

/// <summary>Dutch or English: as chosen, or as the browser prefers.</summary>
internal static class PageLanguage
{
    private const string Chosen = "connectbot-language";

    public static string Of(HttpContext context)
    {
        if (context.Request.Cookies[Chosen] is { } chosen && PageTexts.Has(chosen))
        {
            return chosen;
        }

        return context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0])
            .FirstOrDefault(language => language is not null && PageTexts.Has(language)) ?? PageTexts.Default;
    }

    /// <summary>Where to come back to in the other language: the address that was asked for, without what a form was sent to.</summary>
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
            var cookie = Sessions.Cookie(Chosen);
            cookie.MaxAge = TimeSpan.FromDays(365);
            context.Response.Cookies.Append(Chosen, to, cookie.Build(context));
        }

        return Results.LocalRedirect(SignInRoutes.LocalOr(back, AdminFeature.Root));
    }
}
