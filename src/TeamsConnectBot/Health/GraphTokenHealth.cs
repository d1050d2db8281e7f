using Azure.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Graph;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Health;

/// <summary>Checks that a token for Graph can be obtained. The credential caches it, so the check is cheap.</summary>
internal sealed class GraphTokenHealth(GraphCredential credential, IOptions<GraphOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await credential.Value.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
