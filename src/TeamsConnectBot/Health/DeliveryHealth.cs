using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Health;

/// <summary>Checks that Teams accepts messages. When it does not, everything else still works, so a restart would not help.</summary>
internal sealed class DeliveryHealth(DeliveryStanding standing) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await standing.PauseAsync(cancellationToken) is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}
