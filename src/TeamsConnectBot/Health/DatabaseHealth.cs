using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Health;

/// <summary>The database answers.</summary>
internal sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadAsync(db => db.Rounds.AnyAsync(cancellationToken), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
