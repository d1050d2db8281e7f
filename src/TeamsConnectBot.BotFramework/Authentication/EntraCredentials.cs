using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using TeamsConnectBot.BotFramework.Clouds;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Creates the credential that requests tokens from Entra. Create one and keep it, because it caches.</summary>
public static class EntraCredentials
{
    /// <summary>Creates the credential that the options describe.</summary>
    /// <exception cref="InvalidOperationException">Not exactly one kind is set, or the extra CA file cannot be read.</exception>
    public static TokenCredential Create(EntraCredentialOptions options)
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

        // The file is read only once: a renewed certificate is used after a restart.
        var certificate = new ClientCertificateCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isPrivate };
        return new ClientCertificateCredential(
            options.TenantId, options.ClientId, options.CertificatePath, WithTransport(certificate, options.ExtraCaFile));
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
