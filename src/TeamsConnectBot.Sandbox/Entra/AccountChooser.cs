using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>
/// The sandbox's 'Pick an account' page, without passwords and in the browser's language. People with a role come first.
/// </summary>
internal static class AccountChooser
{
    private const int MostOthers = 12;

    private const string Style = """
        :root { color-scheme: light dark; --bg: #f2f2f2; --box: #fff; --text: #1b1b1b; --subtle: #5a5a5a; --line: #d6d6d6 }
        @media (prefers-color-scheme: dark) { :root { --bg: #161616; --box: #242424; --text: #f2f2f2; --subtle: #b9b9b9; --line: #444 } }
        body { margin: 0; background: var(--bg); color: var(--text) }
        body { font: 15px/1.45 "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif }
        main { max-width: 440px; margin: 6vh auto; padding: 28px; background: var(--box); border: 1px solid var(--line) }
        h1 { margin: 0 0 4px; font-size: 22px; font-weight: 600 } p { margin: 0 0 16px; color: var(--subtle) }
        ul { list-style: none; margin: 0; padding: 0 } li { border-top: 1px solid var(--line) }
        a { display: block; padding: 10px 8px; color: inherit; text-decoration: none } a:hover, a:focus-visible { background: var(--bg) }
        span { display: block; color: var(--subtle); font-size: 13px } b { display: block; font-weight: 600 }
        """;

    private static readonly Words Dutch = new(
        "nl", "Kies een account", "De Entra van de Sandbox. Geen wachtwoord: kies alleen wie je bent.", "Beheerder", "Ondernemingsraad",
        "Lezer", "geen rol op de beheerpagina");

    private static readonly Words English = new(
        "en", "Pick an account", "The Sandbox's Entra. No password: choose who to be.", "Admin", "Works council", "Reader",
        "no role on the admin page");

    public static IResult Page(SandboxTenant tenant, HttpRequest request)
    {
        var words = LanguageOf(request);
        var withRole = tenant.Roles.All.Select(given => (Person: tenant.People.ByObjectId(given.ObjectId)!, given.Role))
            .Where(given => given.Person is not null).OrderBy(given => given.Role, StringComparer.Ordinal).ToList();
        var others = tenant.People.All.Except(withRole.Select(given => given.Person)).Take(MostOthers).Select(person => (person, ""));
        var page = new StringBuilder($"""
            <!doctype html><html lang="{words.Language}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><title>{Encode(words.Title)} · Sandbox</title><style>{Style}</style></head>
            <body><main><h1>{Encode(words.Title)}</h1><p>{Encode(words.About)}</p><ul>
            """);
        foreach (var (person, role) in withRole.Concat(others))
        {
            var address = QueryHelpers.AddQueryString(request.Path + request.QueryString, "login_hint", person.UserPrincipalName);
            page.Append(CultureInfo.InvariantCulture, $"<li><a data-role=\"{Encode(role)}\" href=\"{Encode(address)}\">");
            page.Append(role.Length == 0
                ? $"{Encode(person.Name)}<span>{Encode(words.NoRole)} · {Encode(person.UserPrincipalName)}</span>"
                : $"<b>{Encode(words.Of(role))}</b>{Encode(person.Name)}<span>{Encode(person.UserPrincipalName)}</span>");
            page.Append("</a></li>");
        }

        return Results.Content(page.Append("</ul></main></body></html>").ToString(), "text/html; charset=utf-8");
    }

    // The language that a sign-in requests takes precedence over the browser's.
    private static Words LanguageOf(HttpRequest request)
    {
        var asked = request.Query["ui_locales"].ToString() is { Length: > 0 } locales ? locales : request.Headers.AcceptLanguage.ToString();
        return asked.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Dutch : English;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Words(
        string Language, string Title, string About, string Admin, string WorksCouncil, string Reader, string NoRole)
    {
        public string Of(string role) => role switch
        {
            TenantRoles.Admin => Admin,
            TenantRoles.WorksCouncil => WorksCouncil,
            TenantRoles.Reader => Reader,
            _ => role,
        };
    }
}
