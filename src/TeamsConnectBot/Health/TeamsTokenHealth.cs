using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.Health;

/// <summary>Checks that a token for the connector can be obtained. It is cached, so the check is cheap.</summary>
internal sealed class TeamsTokenHealth(TeamsConnector connector) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await connector.AuthorizeAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
