using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Makes the credential with which tokens are asked of Entra. Make one and keep it: it caches.</summary>
public static class EntraCredentials
{
    /// <summary>Microsoft's own clouds, where Azure.Identity may look up the authority's description.</summary>
    private static readonly string[] MicrosoftAuthorities =
    [
        "login.microsoftonline.com", "login.microsoftonline.us", "login.microsoft.com", "login.windows.net",
        "login.chinacloudapi.cn", "login.partner.microsoftonline.cn",
    ];

    /// <summary>The credential the options describe.</summary>
    /// <exception cref="InvalidOperationException">Not exactly one kind is set, or the extra CA file cannot be read.</exception>
    public static TokenCredential Create(EntraCredentialOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (EntraCredentialOptions.Kinds(options.ClientSecret, options.CertificatePath, options.ManagedIdentityClientId) != 1)
            throw new InvalidOperationException("Set exactly one of ClientSecret, CertificatePath and ManagedIdentityClientId.");

        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId))
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId));

        var authority = new Uri(options.Authority);
        if (!string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            var secret = new ClientSecretCredentialOptions { DisableInstanceDiscovery = !IsMicrosofts(authority) };
            return new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret, Configure(secret, options));
        }

        // The file is read once: a renewed certificate counts from the next start.
        var certificate = new ClientCertificateCredentialOptions { DisableInstanceDiscovery = !IsMicrosofts(authority) };
        return new ClientCertificateCredential(
            options.TenantId, options.ClientId, options.CertificatePath, Configure(certificate, options));
    }

    private static T Configure<T>(T to, EntraCredentialOptions options) where T : TokenCredentialOptions
    {
        to.AuthorityHost = new Uri(options.Authority);
        to.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        if (!string.IsNullOrWhiteSpace(options.ExtraCaFile))
            to.Transport = new HttpClientTransport(ExtraCertificateAuthorities.CreateHandler(options.ExtraCaFile));
        return to;
    }

    private static bool IsMicrosofts(Uri authority) =>
        MicrosoftAuthorities.Contains(authority.Host, StringComparer.OrdinalIgnoreCase);
}
