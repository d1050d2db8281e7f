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
