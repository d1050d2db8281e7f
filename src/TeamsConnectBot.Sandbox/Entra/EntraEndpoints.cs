using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>What Azure.Identity asks of an authority.</summary>
internal static class EntraEndpoints
{
    private static readonly string[] AuthMethods = ["client_secret_post"];
    private static readonly string[] ResponseTypes = ["code", "id_token", "token"];
    private static readonly string[] SubjectTypes = ["pairwise"];
    private static readonly string[] Algorithms = ["RS256"];

    public static void MapEntra(this IEndpointRouteBuilder endpoints, SandboxTenant tenant, EntraTokens tokens, TokenEndpoint token, AuthorizeEndpoint authorize)
    {
        endpoints.MapGet("/{tenantName}/oauth2/v2.0/authorize", (string tenantName, HttpRequest request) => authorize.Answer(tenantName, request));

        endpoints.MapPost("/{tenantName}/oauth2/v2.0/token", async (string tenantName, HttpRequest request) => request.HasFormContentType
            ? token.Answer(tenantName, await request.ReadFormAsync(), $"https://{request.Host}/{tenantName}/v2.0")
            : Results.BadRequest()).RequireHttps();

        endpoints.MapGet("/{tenantName}/v2.0/.well-known/openid-configuration", (string tenantName, HttpRequest request) =>
        {
            tenant.Counters.Add("entra.metadata");
            var authority = $"https://{request.Host}/{tenantName}";
            return Results.Json(new Dictionary<string, object>
            {
                ["issuer"] = $"{authority}/v2.0",
                ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
                ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
                ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
                ["token_endpoint_auth_methods_supported"] = AuthMethods,
                ["response_types_supported"] = ResponseTypes,
                ["subject_types_supported"] = SubjectTypes,
                ["id_token_signing_alg_values_supported"] = Algorithms,
                ["tenant_region_scope"] = "EU",
            });
        }).RequireHttps();

        endpoints.MapGet("/{tenantName}/discovery/v2.0/keys", (string tenantName) => tenantName == tenant.Identity.TenantId.ToString()
            ? Results.Json(new { keys = new[] { PublicKeys.Describe(tokens.Key) } })
            : Results.NotFound()).RequireHttps();
    }

    // The plain listener serves Graph and Teams only, as no token may ever be asked for in the clear.
    private static void RequireHttps(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter((context, next) => context.HttpContext.Request.IsHttps ? next(context) : ValueTask.FromResult<object?>(Results.NotFound()));
}
