using Microsoft.AspNetCore.WebUtilities;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>
/// Where a browser signs in: lists the accounts and redirects the chosen one back with a code. It is also served over plain HTTP,
/// because no browser trusts the sandbox's own authority; a code is useless without the verifier that the service keeps.
/// </summary>
internal sealed class AuthorizeEndpoint(SandboxTenant tenant, SignInCodes codes, Func<Uri?> service)
{
    public const string RedirectPath = "/admin/signed-in";

    public IResult Answer(string tenantName, HttpRequest request)
    {
        tenant.Counters.Add("entra.authorize");
        var query = request.Query;
        if (Refusal(tenantName, query) is { } refusal)
        {
            return Results.Text($"AADSTS{refusal}\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }

        return tenant.People.ByAddress(query["login_hint"]) is { } person
            ? Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?>
            {
                ["code"] = codes.Issue(person, query["redirect_uri"]!, query["code_challenge"]!, query["nonce"]),
                ["state"] = query["state"],
                ["session_state"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
            }))
            : AccountChooser.Page(tenant, request);
    }

    private string? Refusal(string tenantName, IQueryCollection query) => query switch
    {
        _ when tenantName != tenant.Identity.TenantId.ToString() => $"90002: Tenant '{tenantName}' not found.",
        _ when query["client_id"] != tenant.Identity.AppId.ToString() =>
            $"700016: Application with identifier '{query["client_id"]}' was not found in the directory.",
        _ when !IsRegistered(query["redirect_uri"]) =>
            $"50011: The redirect URI '{query["redirect_uri"]}' specified in the request does not match the redirect URIs "
            + "configured for the application.",
        _ when query["response_type"] != "code" => $"700054: response_type '{query["response_type"]}' is not enabled for the application.",
        _ when !query["scope"].ToString().Split(' ').Contains("openid") =>
            "70011: The sandbox supports OpenID Connect only; the scope must contain openid.",
        _ when query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43 =>
            "501491: Invalid code challenge: the sandbox requires PKCE with S256.",
        _ => null,
    };

    private bool IsRegistered(string? redirectUri) => service() is { } known && redirectUri == new Uri(known, RedirectPath).ToString();
}
