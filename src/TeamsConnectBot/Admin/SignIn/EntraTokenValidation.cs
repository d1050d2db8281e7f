using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Validates tokens of Entra: signature, issuer, audience, lifetime, tenant, and that they were issued for this sign-in.</summary>
internal sealed class EntraTokenValidation : IDisposable
{
    /// <summary>The scope that Teams requests for a tab's token.</summary>
    public const string TeamsScope = "access_as_user";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly HttpClient http;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;
    private readonly AdminOptions options;
    private readonly MicrosoftCloud cloud;

    public EntraTokenValidation(IOptions<AdminOptions> options, MicrosoftCloud cloud)
    {
        (this.options, this.cloud) = (options.Value, cloud);
        http = new HttpClient(ExtraCertificateAuthorities.CreateHandler(this.options.ExtraCaFile)) { Timeout = TimeSpan.FromSeconds(10) };
        metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{this.options.TenantAuthority}/v2.0/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = true });
    }

    /// <summary>The person an id_token identifies.</summary>
    /// <exception cref="SecurityTokenException">The token is missing, not valid, or issued for another sign-in.</exception>
    public async Task<SignedInPerson> ReadIdTokenAsync(string? idToken, string? nonce, CancellationToken cancellationToken)
    {
        var token = await ValidateAsync(idToken, [options.ClientId], cancellationToken);
        return !string.IsNullOrEmpty(nonce) && Claim(token, "nonce") == nonce
            ? Read(token) : throw new SecurityTokenException("The id_token was issued for another sign-in.");
    }

    /// <summary>The person identified by a token that Teams obtained for this application's tab.</summary>
    /// <exception cref="SecurityTokenException">The token is not valid, or was not issued for the tab.</exception>
    public async Task<SignedInPerson> ReadTeamsTokenAsync(string? accessToken, CancellationToken cancellationToken)
    {
        if (options.TeamsResource is not { Length: > 0 } resource)
        {
            throw new SecurityTokenException("Admin:TeamsResource is not set.");
        }

        var token = await ValidateAsync(accessToken, [options.ClientId, resource], cancellationToken);
        return Claim(token, "scp")?.Split(' ').Contains(TeamsScope) == true
            ? Read(token) : throw new SecurityTokenException("The token was not issued for the tab.");
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonWebToken> ValidateAsync(string? token, IEnumerable<string> audiences, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            throw new SecurityTokenException("There is no token.");
        }

        var result = await CheckAsync(token, audiences, await metadata.GetConfigurationAsync(cancellationToken));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // Entra rotates its signing keys, so the cached ones may be outdated.
            metadata.RequestRefresh();
            result = await CheckAsync(token, audiences, await metadata.GetConfigurationAsync(cancellationToken));
        }

        if (!result.IsValid)
        {
            throw new SecurityTokenException("The token is not valid.", result.Exception);
        }

        var valid = (JsonWebToken)result.SecurityToken;
        return string.Equals(Claim(valid, "tid"), options.TenantId, StringComparison.OrdinalIgnoreCase)
            ? valid : throw new SecurityTokenException("The token was issued in another tenant.");
    }

    private Task<TokenValidationResult> CheckAsync(string token, IEnumerable<string> audiences, OpenIdConnectConfiguration known) =>
        handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            // Version 1 access tokens name the older issuer.
            ValidIssuers = [known.Issuer, $"{cloud.Version1Issuer}{options.TenantId}/"],
            ValidAudiences = audiences, IssuerSigningKeys = known.SigningKeys, ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = ClockSkew,
        });

    private static SignedInPerson Read(JsonWebToken token) => EntraIds.Normalize(Claim(token, "oid")) is { Length: > 0 } id
        ? new SignedInPerson(
            id, Claim(token, "name") ?? Claim(token, "preferred_username") ?? id, All(token, "roles"), All(token, "groups"),
            Claim(token, "hasgroups") == "true" || RefersToGroups(token))
        : throw new SecurityTokenException("The token has no oid.");

    // When a person is in too many groups for one token, Entra sends a link to the list instead of the list.
    private static bool RefersToGroups(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("_claim_names", out var names) && names.ValueKind == JsonValueKind.Object
        && names.TryGetProperty("groups", out _);

    private static string? Claim(JsonWebToken token, string type) => token.Claims.FirstOrDefault(claim => claim.Type == type)?.Value;

    private static string[] All(JsonWebToken token, string type) =>
        [.. token.Claims.Where(claim => claim.Type == type).Select(claim => claim.Value)];
}
