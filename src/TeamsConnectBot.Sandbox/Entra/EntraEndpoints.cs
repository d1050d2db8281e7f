using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>The endpoints of an authority that Azure.Identity and a browser use.</summary>
internal static class EntraEndpoints
{
    public static void MapEntra(
        this IEndpointRouteBuilder endpoints, SandboxTenant tenant, EntraTokens tokens, TokenEndpoint token, AuthorizeEndpoint authorize)
    {
        endpoints.MapGet("/{tenantName}/oauth2/v2.0/authorize", authorize.Answer);

        endpoints.MapPost("/{tenantName}/oauth2/v2.0/token", async (string tenantName, HttpRequest request) => request.HasFormContentType
            ? await token.AnswerAsync(tenantName, await request.ReadFormAsync(), $"https://{request.Host}/{tenantName}")
            : Results.BadRequest()).RequireHttps();

        endpoints.MapGet("/{tenantName}/v2.0/.well-known/openid-configuration", (string tenantName, HttpRequest request) =>
        {
            tenant.Counters.Add("entra.metadata");
            var authority = $"https://{request.Host}/{tenantName}";
            return Results.Json(new JsonObject
            {
                ["issuer"] = $"{authority}/v2.0",
                ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
                ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
                ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
                ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt"),
                ["response_types_supported"] = new JsonArray("code", "id_token", "token"),
                ["subject_types_supported"] = new JsonArray("pairwise"),
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["tenant_region_scope"] = "EU",
            });
        }).RequireHttps();

        endpoints.MapGet("/{tenantName}/discovery/v2.0/keys", (string tenantName) => tenantName == tenant.Identity.TenantId.ToString()
            ? Results.Json(new { keys = new[] { PublicKeys.Describe(tokens.Key) } })
            : Results.NotFound()).RequireHttps();
    }

    // No token may ever be requested over plain HTTP.
    private static void RequireHttps(this RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
        context.HttpContext.Request.IsHttps ? next(context) : ValueTask.FromResult<object?>(Results.NotFound()));
}
