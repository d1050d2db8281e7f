using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>The grants that the service uses, client credentials and authorization code, with Entra's errors.</summary>
internal sealed class TokenEndpoint(SandboxTenant tenant, EntraTokens tokens, CodeExchange codes, SandboxOptions options)
{
    private const string DefaultScope = "/.default";

    public IResult Answer(string tenantName, IFormCollection form, string issuer)
    {
        if (form["grant_type"] == "authorization_code")
        {
            return AnswerCode(tenantName, form, issuer);
        }

        var refusal = CheckTenant(tenantName) ?? CheckGrant(form) ?? CheckClient(form) ?? CheckScope(form["scope"].ToString());
        if (refusal is not null)
        {
            tenant.Counters.Add("token.refused");
            return refusal;
        }

        var audience = form["scope"].ToString()[..^DefaultScope.Length];
        tenant.Counters.Add(audience == tokens.Cloud.Graph ? "token.graph" : "token.connector");
        var seconds = (int)EntraTokens.Lifetime.TotalSeconds;
        return Results.Json(new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = tokens.Create(audience, audience == tokens.Cloud.Graph ? options.TokenRoles : []),
        });
    }

    private IResult AnswerCode(string tenantName, IFormCollection form, string issuer)
    {
        var refusal = CheckTenant(tenantName) ?? CheckClient(form);
        if (refusal is null)
        {
            var (given, code, message) = codes.Answer(form, issuer);
            if (given is not null)
            {
                return Results.Json(given);
            }

            refusal = Refuse(400, "invalid_grant", code, message);
        }

        tenant.Counters.Add("token.refused");
        return refusal;
    }

    private IResult? CheckTenant(string name) => name == tenant.Identity.TenantId.ToString()
        ? null
        : Refuse(400, "invalid_request", 90002, $"Tenant '{name}' not found. Check to make sure you have the correct tenant ID.");

    private static IResult? CheckGrant(IFormCollection form) => form["grant_type"] == "client_credentials"
        ? null
        : Refuse(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{form["grant_type"]}'.");

    private IResult? CheckClient(IFormCollection form)
    {
        if (form["client_id"] != tenant.Identity.AppId.ToString())
        {
            return Refuse(
                400, "unauthorized_client", 700016, $"Application with identifier '{form["client_id"]}' was not found in the directory.");
        }

        var given = Encoding.UTF8.GetBytes(form["client_secret"].ToString());
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(tenant.Identity.ClientSecret))
            ? null
            : Refuse(
                401, "invalid_client", 7000215,
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, "
                + "not the client secret ID.");
    }

    private IResult? CheckScope(string scope) =>
        scope == tokens.Cloud.Graph + DefaultScope || scope == tokens.Cloud.Connector + DefaultScope
            ? null
            : Refuse(
                400, "invalid_scope", 70011,
                $"The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.");

    private static IResult Refuse(int status, string error, int code, string message) =>
        Results.Json(EntraRefusal.Body(error, code, message), statusCode: status);
}
