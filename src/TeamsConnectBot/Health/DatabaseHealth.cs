using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Health;

/// <summary>Checks that the database answers, accepts writes, and accepted the last write.</summary>
internal sealed class DatabaseHealth(Database database, StorageOutage outage, IOptions<StorageOptions> storage) : IHealthCheck
{
    private const string ReadOnly = "read-only";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadAsync(db => db.Rounds.AnyAsync(cancellationToken), cancellationToken);
        if (storage.Value.IsPostgres && await IsReadOnlyAsync(cancellationToken))
        {
            // After a failover this may be the standby, which is readable but not writable.
            outage.ReportFailure(new InvalidOperationException("the database is read-only"));
            return HealthCheckResult.Unhealthy(ReadOnly);
        }

        return outage.IsOngoing ? HealthCheckResult.Unhealthy(outage.IsReadOnly ? ReadOnly : null) : HealthCheckResult.Healthy();
    }

    private async Task<bool> IsReadOnlyAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        db => db.Database.SqlQuery<string>($"""SELECT current_setting('transaction_read_only') AS "Value" """)
            .SingleAsync(cancellationToken),
        cancellationToken) == "on";
}
