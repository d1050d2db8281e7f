using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.Sandbox.Entra;

/// <summary>
/// The certificates that are registered with the application, and the assertions that are signed with them instead of a client secret.
/// </summary>
internal sealed class ClientAssertions
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, X509Certificate2> registered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> used = new(StringComparer.Ordinal);

    /// <summary>Registers the public part of a certificate.</summary>
    public void Register(X509Certificate2 certificate) =>
        registered[Thumbprint(certificate)] = X509CertificateLoader.LoadCertificate(certificate.RawData);

    public void Remove(X509Certificate2 certificate) => registered.TryRemove(Thumbprint(certificate), out _);

    /// <summary>The thumbprint of the certificate that signed a valid assertion; null when it is refused.</summary>
    public async Task<string?> ThumbprintOfAsync(string assertion, string clientId, string endpoint)
    {
        if (!handler.CanReadToken(assertion) || handler.ReadJsonWebToken(assertion) is not { } token
            || !token.TryGetHeaderValue<string>("x5t#S256", out var thumbprint)
            || !registered.TryGetValue(thumbprint, out var certificate))
        {
            return null;
        }

        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = clientId,
            ValidAudience = endpoint,
            IssuerSigningKey = new X509SecurityKey(certificate),
            ValidAlgorithms = [SecurityAlgorithms.RsaSsaPssSha256],
            RequireExpirationTime = true,
        });
        return result.IsValid && token.Subject == clientId && token.Id.Length > 0 && used.TryAdd(token.Id, true) ? thumbprint : null;
    }

    /// <summary>The certificate's SHA-256 as an assertion's header names it.</summary>
    public static string Thumbprint(X509Certificate2 certificate) =>
        Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256));
}
