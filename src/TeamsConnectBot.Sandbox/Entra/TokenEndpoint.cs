using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>The grants that the service uses, client credentials and authorization code, with Entra's errors.</summary>
internal sealed class TokenEndpoint(
    SandboxTenant tenant, EntraTokens tokens, ClientAssertions assertions, CodeExchange codes, SandboxOptions options)
{
    private const string DefaultScope = "/.default";

    public async Task<IResult> AnswerAsync(string tenantName, IFormCollection form, string authority)
    {
        var refusal = CheckTenant(tenantName) ?? await CheckClientAsync(form, $"{authority}/oauth2/v2.0/token");
        if (form["grant_type"] == "authorization_code")
        {
            return AnswerCode(refusal, form, $"{authority}/v2.0");
        }

        refusal ??= CheckGrant(form) ?? CheckScope(form["scope"].ToString());
        if (refusal is not null)
        {
            tenant.Counters.Add("token.refused");
            return refusal;
        }

        var audience = form["scope"].ToString()[..^DefaultScope.Length];
        tenant.Counters.Add(
            audience == tokens.Cloud.Graph ? "token.graph" : audience == EntraTokens.Vault ? "token.vault" : "token.connector");
        var seconds = (int)EntraTokens.Lifetime.TotalSeconds;
        return Results.Json(new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = tokens.Create(audience, audience == tokens.Cloud.Graph ? options.TokenRoles : []),
        });
    }

    private IResult AnswerCode(IResult? refusal, IFormCollection form, string issuer)
    {
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

    private async Task<IResult?> CheckClientAsync(IFormCollection form, string endpoint)
    {
        if (form["client_id"] != tenant.Identity.AppId.ToString())
        {
            return Refuse(
                400, "unauthorized_client", 700016, $"Application with identifier '{form["client_id"]}' was not found in the directory.");
        }

        if (form["client_assertion_type"] == ClientAssertions.Type)
        {
            var thumbprint = await assertions.ThumbprintOfAsync(
                form["client_assertion"].ToString(), form["client_id"].ToString(), endpoint);
            tenant.Counters.Add($"token.certificate.{thumbprint ?? "unknown"}");
            return thumbprint is not null
                ? null
                : Refuse(
                    401, "invalid_client", 700027,
                    "The certificate with identifier used to sign the client assertion is not registered on application.");
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
            || scope == EntraTokens.Vault + DefaultScope
            ? null
            : Refuse(
                400, "invalid_scope", 70011,
                $"The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.");

    private static IResult Refuse(int status, string error, int code, string message) =>
        Results.Json(EntraRefusal.Body(error, code, message), statusCode: status);
}
