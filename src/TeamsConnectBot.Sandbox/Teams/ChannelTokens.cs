using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Teams;

/// <summary>Creates the tokens for requests from the channel to the service. Their lifetime follows the real clock.</summary>
internal sealed class ChannelTokens(TenantIdentity identity)
{
    /// <summary>The issuer every bot must expect.</summary>
    public string Issuer => identity.Cloud.ChannelIssuer;

    /// <summary>The channels that the published keys are endorsed for.</summary>
    public IReadOnlyList<string> Endorsements { get; set; } = ["msteams", "skype", "webchat"];

    // Generating a key takes longer than the rest of the startup, so tenants in one process share the first one.
    private static readonly RSA FirstPair = RSA.Create(2048);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private volatile RsaSecurityKey[] keys = [KeyOf(FirstPair)];

    /// <summary>The published keys, the current one first.</summary>
    public IReadOnlyList<RsaSecurityKey> Published => keys;

    /// <summary>Signs with a new key from now on; the old one stays published, as in a real key rollover.</summary>
    public void RotateKey() => keys = [KeyOf(RSA.Create(2048)), keys[0]];

    /// <summary>Creates a token as the channel does, optionally changed as a forger would.</summary>
    public string Create(string serviceUrl, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = identity.AppId.ToString(),
            NotBefore = now - TimeSpan.FromMinutes(5),
            Expires = now + TimeSpan.FromHours(1),
            Subject = new ClaimsIdentity([new Claim("serviceurl", serviceUrl)]),
            SigningCredentials = new SigningCredentials(keys[0], SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return handler.CreateToken(descriptor);
    }

    private static RsaSecurityKey KeyOf(RSA pair) => new(pair) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) };
}
