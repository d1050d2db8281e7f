using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Health;

/// <summary>The database answers, and took what was last written.</summary>
internal sealed class DatabaseHealth(Database database, StorageTrouble trouble) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadAsync(db => db.Rounds.AnyAsync(cancellationToken), cancellationToken);
        return trouble.IsOn ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
    }
}
