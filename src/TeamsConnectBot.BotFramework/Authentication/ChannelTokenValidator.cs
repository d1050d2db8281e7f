using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>
/// Validates the bearer token of an incoming activity by the rules of the Bot Framework's connector authentication: signature,
/// issuer, audience and life here; endorsement and service URL by <see cref="ChannelIdentity"/> once the activity is read.
/// </summary>
internal sealed class ChannelTokenValidator(ChannelKeys keys, string appId, string issuer, TimeProvider clock)
{
    private const string ServiceUrlClaim = "serviceurl";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public Task WarmUpAsync(CancellationToken cancellationToken) => keys.WarmUpAsync(cancellationToken);

    /// <returns>Who speaks, or why the token counts for nothing.</returns>
    public async ValueTask<(ChannelIdentity? Identity, string? Refusal)> ValidateAsync(
        string? authorization, CancellationToken cancellationToken)
    {
        if (BearerToken(authorization) is not { } text) return (null, "there is no bearer token");
        if (Read(text) is not { } token) return (null, "the token cannot be read");
        if (!Algorithms.Contains(token.Alg)) return (null, "the token's algorithm is not of the RS256 family");
        if (string.IsNullOrEmpty(token.Kid)) return (null, "the token names no key");
        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key) return (null, "the token's key is unknown");

        var result = await _handler.ValidateTokenAsync(token, Parameters(key.Key));
        if (!result.IsValid) return (null, result.Exception?.GetType().Name ?? "the token is invalid");

        token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl);
        return (new ChannelIdentity(serviceUrl, key.Endorsements), null);
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = appId,
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        ClockSkew = Skew,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = IsAlive,
    };

    private bool IsAlive(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is not null && now < until.Value + Skew && (from is null || now > from.Value - Skew);
    }

    private JsonWebToken? Read(string text)
    {
        try
        {
            return _handler.CanReadToken(text) ? _handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private static string? BearerToken(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true
            ? authorization[scheme.Length..].Trim()
            : null;
    }
}
