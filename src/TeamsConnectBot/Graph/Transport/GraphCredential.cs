using Azure.Core;
using Azure.Identity;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>The credential Graph's tokens come from, apart from the bot's own.</summary>
internal sealed record GraphCredential(TokenCredential Value)
{
    public static GraphCredential Create(GraphOptions options) => new(Choose(options));

    private static TokenCredential Choose(GraphOptions options)
    {
        var authority = new Uri(options.AuthorityHost);
        if (options.UseManagedIdentity)
        {
            return new ManagedIdentityCredential(options.ClientId is "" ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(options.ClientId));
        }

        return string.IsNullOrEmpty(options.CertificatePath)
            ? new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret, new ClientSecretCredentialOptions { AuthorityHost = authority })
            : new ClientCertificateCredential(options.TenantId, options.ClientId, options.CertificatePath, new ClientCertificateCredentialOptions { AuthorityHost = authority });
    }
}
