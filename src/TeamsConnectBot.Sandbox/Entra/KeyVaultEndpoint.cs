using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>A vault with one RSA key, which wraps and unwraps. Refuses what the real one refuses.</summary>
internal sealed class KeyVaultEndpoint(SandboxTenant tenant, EntraTokens tokens) : IDisposable
{
    public const string KeyPath = "/keys/sessions";

    private const string Algorithm = "RSA-OAEP-256";
    private readonly Lock gate = new();
    private ImmutableList<(string Version, RSA Key)> versions = [];

    /// <summary>Whether the vault answers at all; if not, it is as if Azure had an outage.</summary>
    public bool IsAvailable { get; set; } = true;

    /// <summary>The newest version of the key.</summary>
    public string Version => Versions[^1].Version;

    /// <summary>Makes a new version, with which new keys are wrapped.</summary>
    public void Rotate() => versions = Versions.Add(NewVersion());

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost($"{KeyPath}/wrapkey", http => AnswerAsync(http, null));
        endpoints.MapPost($"{KeyPath}/{{version}}/unwrapkey", http => AnswerAsync(http, (string)http.Request.RouteValues["version"]!));
    }

    public void Dispose() => versions.ForEach(version => version.Key.Dispose());

    // Made when first needed, because it takes a tenth of a second and few tests use the vault.
    private ImmutableList<(string Version, RSA Key)> Versions
    {
        get
        {
            lock (gate)
            {
                return versions = versions.IsEmpty ? [NewVersion()] : versions;
            }
        }
    }

    private async Task AnswerAsync(HttpContext http, string? version)
    {
        tenant.Counters.Add(version is null ? "vault.wrap" : "vault.unwrap");
        await (await AnswerAsync(http.Request, version)).ExecuteAsync(http);
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string? version)
    {
        if (!IsAvailable || !request.IsHttps)
        {
            return Refuse(IsAvailable ? 404 : 503, "ServiceUnavailable", "The service is not available.");
        }

        if (await tokens.RefusalAsync(request.Headers.Authorization, EntraTokens.Vault) is { } refusal)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate =
                $"Bearer authorization=\"https://{request.Host}/{tenant.Identity.TenantId}\", resource=\"{EntraTokens.Vault}\"";
            return Refuse(401, "Unauthorized", refusal);
        }

        if (request.Query["api-version"] != "7.4")
        {
            return Refuse(400, "BadParameter", "The specified api-version is not supported.");
        }

        var body = await request.ReadFromJsonAsync<JsonObject>();
        if ((string?)body?["alg"] != Algorithm || (string?)body["value"] is not { Length: > 0 } value)
        {
            return Refuse(400, "BadParameter", $"Property 'alg' must be {Algorithm}, and there must be a 'value'.");
        }

        var (name, key) = version is null ? Versions[^1] : Versions.Find(each => each.Version == version);
        if (key is null)
        {
            return Refuse(404, "KeyNotFound", $"A key with (name/id) sessions/{version} was not found in this key vault.");
        }

        try
        {
            var bytes = Base64UrlEncoder.DecodeBytes(value);
            var result = version is null
                ? key.Encrypt(bytes, RSAEncryptionPadding.OaepSHA256) : key.Decrypt(bytes, RSAEncryptionPadding.OaepSHA256);
            return Results.Json(new { kid = $"https://{request.Host}{KeyPath}/{name}", value = Base64UrlEncoder.Encode(result) });
        }
        catch (CryptographicException)
        {
            return Refuse(400, "BadParameter", "The value cannot be unwrapped with this key.");
        }
    }

    private static IResult Refuse(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);

    private static (string Version, RSA Key) NewVersion() =>
        (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), RSA.Create(2048));
}
