using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Health;

/// <summary>Teams takes messages. When it does not, the service still does all else: a restart would help nobody.</summary>
internal sealed class DeliveryHealth(DeliveryStanding standing) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await standing.PauseAsync(cancellationToken) is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}
