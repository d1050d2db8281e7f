using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>Issues access tokens for the resources the service calls, and validates them where they are used.</summary>
internal sealed class EntraTokens(TenantIdentity identity)
{
    public const string Vault = "https://vault.azure.net";
    public const string Database = "https://ossrdbms-aad.database.windows.net";

    /// <summary>The resources of the tenant's cloud.</summary>
    public TenantCloud Cloud => identity.Cloud;

    /// <summary>The lifetime of a token, on the real clock.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3599);

    private const int MostRemembered = 1000;

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<string, (string Audience, DateTimeOffset Expires)> accepted = new(StringComparer.Ordinal);

    // The key pair is shared by all tenants in a process, because generating one takes longer than the rest of the startup.
    private static readonly RSA Pair = RSA.Create(2048);

    public RsaSecurityKey Key { get; } = new(Pair) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) };

    public string Issuer => $"https://sts.windows.net/{identity.TenantId}/";

    /// <summary>A token as Entra issues it; tests can change it into a forged or expired one.</summary>
    public string Create(string audience, IEnumerable<string> roles, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = Describe(audience, Issuer, new Dictionary<string, object>
        {
            ["appid"] = identity.AppId.ToString(),
            ["tid"] = identity.TenantId.ToString(),
            ["idtyp"] = "app",
            ["ver"] = "1.0",
            ["uti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            ["roles"] = roles.ToArray(),
        });
        change?.Invoke(descriptor);
        return handler.CreateToken(descriptor);
    }

    /// <summary>Changes every token about a person, for tests that forge tokens or impersonate another tenant.</summary>
    public Action<SecurityTokenDescriptor>? ChangePersonTokens { get; set; }

    /// <summary>A token about a person, such as the <c>id_token</c> of a sign-in or the token Teams gets for a tab.</summary>
    public string CreateForPerson(
        string audience, string issuer, Person person, IReadOnlyList<string> roles, Action<SecurityTokenDescriptor> add)
    {
        var descriptor = Describe(audience, issuer, new Dictionary<string, object>
        {
            ["oid"] = person.ObjectId.ToString(),
            ["sub"] = Base64UrlEncoder.Encode(SHA256.HashData([.. person.ObjectId.ToByteArray(), .. identity.AppId.ToByteArray()])),
            ["tid"] = identity.TenantId.ToString(),
            ["name"] = person.Name,
            ["preferred_username"] = person.UserPrincipalName,
            ["ver"] = "2.0",
        });
        if (roles.Count > 0)
        {
            descriptor.Claims["roles"] = roles.ToArray();
        }

        add(descriptor);
        ChangePersonTokens?.Invoke(descriptor);
        return handler.CreateToken(descriptor);
    }

    /// <summary>Why an <c>Authorization</c> header is refused; null when it has a valid token for this audience.</summary>
    public async ValueTask<string?> RefusalAsync(string? authorization, string audience)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return "Access token is empty.";
        }

        var token = authorization["Bearer ".Length..].Trim();
        if (accepted.TryGetValue(token, out var known) && known.Audience == audience && TimeProvider.System.GetUtcNow() < known.Expires)
        {
            return null;
        }

        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            IssuerSigningKey = Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = TimeSpan.Zero,
        });
        if (!result.IsValid)
        {
            return result.Exception switch
            {
                SecurityTokenExpiredException => "Lifetime validation failed, the token is expired.",
                SecurityTokenInvalidAudienceException => "Access token validation failure. Invalid audience.",
                _ => "Access token validation failure.",
            };
        }

        if (accepted.Count >= MostRemembered)
        {
            accepted.Clear();
        }

        accepted[token] = (audience, new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero));
        return null;
    }

    private SecurityTokenDescriptor Describe(string audience, string issuer, Dictionary<string, object> claims)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.AddMinutes(-5).UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
    }
}
