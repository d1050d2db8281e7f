using System.Collections.Concurrent;
using System.Security.Cryptography;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>
/// The endpoint beside an app in Azure that gives it the tokens of its managed identity, with the header that proves that the caller is
/// the app. Like the real one it gives out the same token until that is renewed.
/// </summary>
internal sealed class ManagedIdentityEndpoint(SandboxTenant tenant, EntraTokens tokens)
{
    public const string Path = "/msi/token";

    private const string Version = "2019-08-01";

    private readonly string[] resources = [tokens.Cloud.Graph, tokens.Cloud.Connector, EntraTokens.Vault, EntraTokens.Database];

    private readonly ConcurrentDictionary<string, string> current = new(StringComparer.Ordinal);

    /// <summary>The value of the environment variable <c>IDENTITY_HEADER</c>.</summary>
    public string Secret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether the identity is assigned to the app.</summary>
    public bool IsAssigned { get; set; } = true;

    /// <summary>How long a token is said to be valid. A client may cache it until five minutes before that.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The token that is given out for a resource now.</summary>
    public string TokenFor(string resource) => current.GetOrAdd(resource, audience => tokens.Create(audience, []));

    /// <summary>From now on, another token is given out.</summary>
    public string RenewTokenFor(string resource) => current[resource] = tokens.Create(resource, []);

    public IResult Answer(HttpRequest request)
    {
        var (resource, client) = (request.Query["resource"].ToString(), request.Query["client_id"].ToString());
        if (request.Headers["X-IDENTITY-HEADER"] != Secret)
        {
            return Refuse(StatusCodes.Status401Unauthorized, "The identity header is missing or wrong.");
        }

        if (request.Query["api-version"] != Version || !resources.Contains(resource.TrimEnd('/')))
        {
            return Refuse(StatusCodes.Status400BadRequest, $"The api-version or the resource '{resource}' is not supported.");
        }

        if (!IsAssigned || client != tenant.Identity.AppId.ToString())
        {
            return Refuse(StatusCodes.Status400BadRequest, $"No managed identity with client id '{client}' is assigned to this app.");
        }

        tenant.Counters.Add("token.identity");
        return Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = TokenFor(resource.TrimEnd('/')),
            ["expires_on"] = (TimeProvider.System.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
            ["client_id"] = client,
        });
    }

    private IResult Refuse(int status, string message)
    {
        tenant.Counters.Add("token.refused");
        return Results.Json(new { statusCode = status, message, correlationId = "" }, statusCode: status);
    }
}
