using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace TeamsConnectBot.Health;

/// <summary>What is due will be done.</summary>
internal sealed class SchedulerHealth(ISchedulerFactory schedulers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return scheduler.Status == SchedulerStatus.Running ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
