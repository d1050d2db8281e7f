using Azure.Core;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Status;

/// <summary>The token for Graph.</summary>
internal sealed class GraphTokenCheck(GraphCredential credential, IOptions<GraphOptions> options) : TokenCheck("graphToken")
{
    public override async Task<PartFinding> CheckAsync(CancellationToken cancellationToken)
    {
        await credential.Value.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), cancellationToken);
        return PartFinding.Works;
    }
}
