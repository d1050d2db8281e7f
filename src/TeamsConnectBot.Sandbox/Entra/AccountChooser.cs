using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>The sandbox's 'pick an account': no passwords, only who to be. Those with a role come first.</summary>
internal static class AccountChooser
{
    private const int MostOthers = 12;

    private const string Style = """
        :root { color-scheme: light dark; --bg: #f2f2f2; --box: #fff; --text: #1b1b1b; --subtle: #5a5a5a; --line: #d6d6d6 }
        @media (prefers-color-scheme: dark) { :root { --bg: #161616; --box: #242424; --text: #f2f2f2; --subtle: #b9b9b9; --line: #444 } }
        body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.45 "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif }
        main { max-width: 440px; margin: 6vh auto; padding: 28px; background: var(--box); border: 1px solid var(--line) }
        h1 { margin: 0 0 4px; font-size: 22px; font-weight: 600 } p { margin: 0 0 16px; color: var(--subtle) }
        ul { list-style: none; margin: 0; padding: 0 } li { border-top: 1px solid var(--line) }
        a { display: block; padding: 10px 8px; color: inherit; text-decoration: none } a:hover, a:focus-visible { background: var(--bg) }
        span { display: block; color: var(--subtle); font-size: 13px }
        """;

    public static IResult Page(SandboxTenant tenant, HttpRequest request)
    {
        var withRole = tenant.Roles.All.Where(given => tenant.People.ByObjectId(given.ObjectId) is not null)
            .Select(given => (Person: tenant.People.ByObjectId(given.ObjectId)!, given.Role)).OrderBy(given => given.Role, StringComparer.Ordinal).ToList();
        var others = tenant.People.All.Except(withRole.Select(given => given.Person)).Take(MostOthers).Select(person => (Person: person, Role: "no role on the page"));
        var page = new StringBuilder($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>Pick an account · Sandbox</title><style>{Style}</style></head>");
        page.Append("<body><main><h1>Pick an account</h1><p>The Sandbox's Entra. No password: choose who to be.</p><ul>");
        foreach (var (person, role) in withRole.Concat(others))
        {
            var address = QueryHelpers.AddQueryString(request.Path + request.QueryString, "login_hint", person.UserPrincipalName);
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<li><a href=\"{Encode(address)}\">{Encode(person.Name)}<span>{Encode(role)} · {Encode(person.UserPrincipalName)}</span></a></li>");
        }

        return Results.Content(page.Append("</ul></main></body></html>").ToString(), "text/html; charset=utf-8");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
