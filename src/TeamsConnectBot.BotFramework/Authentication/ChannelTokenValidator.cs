using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>
/// Validates an incoming activity's bearer token by the Bot Framework's connector rules: signature, issuer, audience and lifetime here;
/// endorsement and service URL by <see cref="ChannelIdentity"/>, once the activity has been read.
/// </summary>
internal sealed class ChannelTokenValidator(ChannelKeys keys, string appId, string issuer, MicrosoftCloud cloud)
{
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    public Task WarmUpAsync(CancellationToken cancellationToken) => keys.WarmUpAsync(cancellationToken);

    /// <returns>The sender's identity, or why the token is refused.</returns>
    public async ValueTask<(ChannelIdentity? Identity, string? Refusal)> ValidateAsync(
        string? authorization, CancellationToken cancellationToken)
    {
        if (BearerToken(authorization) is not { } text)
        {
            return (null, "there is no bearer token");
        }

        if (Read(text) is not { } token)
        {
            return (null, "the token cannot be read");
        }

        if (!Algorithms.Contains(token.Alg))
        {
            return (null, "the token's algorithm is not of the RS256 family");
        }

        if (string.IsNullOrEmpty(token.Kid))
        {
            return (null, "the token names no key");
        }

        // Its key is unknown as well; the issuer tells what is wrong.
        if (token.Issuer != issuer && MicrosoftClouds.All.FirstOrDefault(other => other.BotIssuer == token.Issuer) is { } owner)
        {
            return (null, $"the token's issuer is that of the cloud {owner}, but Cloud is {cloud}");
        }

        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return (null, "the token's key is unknown");
        }

        var result = await handler.ValidateTokenAsync(token, Parameters(key.Key));
        if (!result.IsValid)
        {
            return (null, result.Exception?.GetType().Name ?? "the token is invalid");
        }

        token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl);
        return (new ChannelIdentity(serviceUrl, key.Endorsements), null);
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = appId,
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        ClockSkew = TimeSpan.FromMinutes(5),
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
    };

    private JsonWebToken? Read(string text)
    {
        try
        {
            return handler.CanReadToken(text) ? handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private static string? BearerToken(string? authorization)
    {
        const string Scheme = "Bearer ";
        return authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[Scheme.Length..].Trim() : null;
    }
}
