using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Checks what Entra issued: signature, issuer, audience, times, tenant, and that it was made for this sign-in.</summary>
internal sealed class EntraTokenValidation : IDisposable
{
    /// <summary>What Teams asks a tab's token for.</summary>
    public const string TeamsScope = "access_as_user";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly HttpClient http;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;
    private readonly AdminOptions options;

    public EntraTokenValidation(IOptions<AdminOptions> options)
    {
        this.options = options.Value;
        http = new HttpClient(ExtraCertificateAuthorities.CreateHandler(this.options.ExtraCaFile)) { Timeout = TimeSpan.FromSeconds(10) };
        metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{this.options.TenantAuthority}/v2.0/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = true });
    }

    /// <summary>Who an id_token is about.</summary>
    /// <exception cref="SecurityTokenException">It is missing, forged, late, meant for another, or made for another sign-in.</exception>
    public async Task<SignedInPerson> ReadIdTokenAsync(string? idToken, string? nonce, CancellationToken cancellationToken)
    {
        var token = await ValidateAsync(idToken, [options.ClientId], cancellationToken);
        return !string.IsNullOrEmpty(nonce) && Claim(token, "nonce") == nonce
            ? Read(token)
            : throw new SecurityTokenException("The id_token was made for another sign-in.");
    }

    /// <summary>Who a token is about that Teams got for this application's tab.</summary>
    /// <exception cref="SecurityTokenException">As above, or it was got for something else.</exception>
    public async Task<SignedInPerson> ReadTeamsTokenAsync(string? accessToken, CancellationToken cancellationToken)
    {
        if (options.TeamsResource is not { Length: > 0 } resource)
        {
            throw new SecurityTokenException("Admin:TeamsResource is not set.");
        }

        var token = await ValidateAsync(accessToken, [options.ClientId, resource], cancellationToken);
        return Claim(token, "scp")?.Split(' ').Contains(TeamsScope) == true
            ? Read(token)
            : throw new SecurityTokenException("The token was not got for the tab.");
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonWebToken> ValidateAsync(string? token, IEnumerable<string> audiences, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            throw new SecurityTokenException("There is no token.");
        }

        var known = await metadata.GetConfigurationAsync(cancellationToken);
        var result = await CheckAsync(token, audiences, known);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // Entra changes its keys now and then.
            metadata.RequestRefresh();
            result = await CheckAsync(token, audiences, await metadata.GetConfigurationAsync(cancellationToken));
        }

        if (!result.IsValid)
        {
            throw new SecurityTokenException("The token is not valid.", result.Exception);
        }

        var valid = (JsonWebToken)result.SecurityToken;
        return string.Equals(Claim(valid, "tid"), options.TenantId, StringComparison.OrdinalIgnoreCase)
            ? valid
            : throw new SecurityTokenException("The token is of another tenant.");
    }

    private Task<TokenValidationResult> CheckAsync(string token, IEnumerable<string> audiences, OpenIdConnectConfiguration known) =>
        handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            // Access tokens of an application that takes version 1 name the older issuer.
            ValidIssuers = [known.Issuer, $"https://sts.windows.net/{options.TenantId}/"],
            ValidAudiences = audiences,
            IssuerSigningKeys = known.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = Skew,
        });

    private static SignedInPerson Read(JsonWebToken token) => EntraIds.Normalize(Claim(token, "oid")) is { Length: > 0 } id
        ? new SignedInPerson(
            id,
            Claim(token, "name") ?? Claim(token, "preferred_username") ?? id,
            All(token, "roles"),
            All(token, "groups"),
            Claim(token, "hasgroups") == "true" || NamesGroupsElsewhere(token))
        : throw new SecurityTokenException("The token says no oid.");

    private static bool NamesGroupsElsewhere(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("_claim_names", out var names) && names.ValueKind == JsonValueKind.Object && names.TryGetProperty("groups", out _);

    private static string? Claim(JsonWebToken token, string type) => token.Claims.FirstOrDefault(claim => claim.Type == type)?.Value;

    private static string[] All(JsonWebToken token, string type) => [.. token.Claims.Where(claim => claim.Type == type).Select(claim => claim.Value)];
}
