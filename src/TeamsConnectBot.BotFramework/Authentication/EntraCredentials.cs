using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Creates the credential that requests tokens from Entra. Create one and keep it, because it caches.</summary>
public static class EntraCredentials
{
    /// <summary>Creates the credential that the options describe.</summary>
    /// <param name="options">Which credential, and where tokens are requested.</param>
    /// <param name="logger">Told when a certificate is replaced, or cannot be; null for nobody.</param>
    /// <exception cref="InvalidOperationException">Not exactly one kind is set, or the extra CA file cannot be read.</exception>
    public static TokenCredential Create(EntraCredentialOptions options, ILogger? logger = null)
    {
        if (EntraCredentialOptions.Kinds(options.ClientSecret, options.CertificatePath, options.ManagedIdentityClientId) != 1)
        {
            throw new InvalidOperationException("Set exactly one of ClientSecret, CertificatePath and ManagedIdentityClientId.");
        }

        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId))
        {
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId));
        }

        var authority = new Uri(options.Authority);
        // Instance discovery works for Microsoft's own clouds only.
        var isPrivate = !MicrosoftClouds.IsAuthority(authority.Host);
        if (!string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            var secret = new ClientSecretCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isPrivate };
            return new ClientSecretCredential(
                options.TenantId, options.ClientId, options.ClientSecret, WithTransport(secret, options.ExtraCaFile));
        }

        return new CertificateFileCredential(
            options.CertificatePath!,
            certificate => new ClientCertificateCredential(options.TenantId, options.ClientId, certificate, WithTransport(
                new ClientCertificateCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isPrivate },
                options.ExtraCaFile)),
            TimeProvider.System, logger ?? NullLogger.Instance);
    }

    private static T WithTransport<T>(T options, string? extraCaFile) where T : TokenCredentialOptions
    {
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        if (!string.IsNullOrWhiteSpace(extraCaFile))
        {
            options.Transport = new HttpClientTransport(ExtraCertificateAuthorities.CreateHandler(extraCaFile));
        }

        return options;
    }
}
