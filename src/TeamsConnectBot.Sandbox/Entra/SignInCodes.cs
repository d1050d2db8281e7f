using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>What a code can be exchanged for.</summary>
internal sealed record SignInCode(Person Person, string RedirectUri, string Challenge, string? Nonce, DateTimeOffset Expires);

/// <summary>The codes of the authorization code flow: valid once, for ten minutes.</summary>
internal sealed class SignInCodes
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, SignInCode> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> redeemed = new(StringComparer.Ordinal);

    public string Issue(Person person, string redirectUri, string challenge, string? nonce)
    {
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(48));
        codes[code] = new SignInCode(person, redirectUri, challenge, nonce, Now + Lifetime);
        return code;
    }

    /// <summary>Redeems a code; null when it is unknown, expired or already redeemed.</summary>
    public SignInCode? Redeem(string code)
    {
        if (!codes.TryRemove(code, out var known))
        {
            return null;
        }

        redeemed[code] = true;
        return known.Expires > Now ? known : null;
    }

    public bool WasRedeemed(string code) => redeemed.ContainsKey(code);

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
