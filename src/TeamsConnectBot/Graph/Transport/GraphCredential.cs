using Azure.Core;
using TeamsConnectBot.BotFramework.Authentication;

namespace TeamsConnectBot.Graph.Transport;

/// <summary>The credential for Graph's tokens, separate from the bot's own.</summary>
internal sealed record GraphCredential(TokenCredential Value)
{
    public static GraphCredential Create(GraphOptions options, ILogger logger) => new(EntraCredentials.Create(
        new EntraCredentialOptions
        {
            TenantId = options.TenantId,
            ClientId = options.ClientId,
            ClientSecret = options.ClientSecret,
            CertificatePath = options.CertificatePath,
            ManagedIdentityClientId = options.ManagedIdentityClientId,
            Authority = options.AuthorityHost,
            ExtraCaFile = options.ExtraCaFile,
        },
        logger));
}
