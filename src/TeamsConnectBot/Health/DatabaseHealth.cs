using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Health;

/// <summary>
/// Checks that the database answers, accepts writes, and accepted the last write; and that a managed identity gets tokens, without which
/// only the connections that are open go on.
/// </summary>
internal sealed class DatabaseHealth(
    Database database, StorageOutage outage, DatabaseTokens tokens, IOptions<StorageOptions> storage) : IHealthCheck
{
    private const string ReadOnly = "read-only";
    private const string NoToken = "the managed identity gets no token for PostgreSQL";
    private const string Refused = "the database refuses the sign-in";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await CheckAsync(cancellationToken);
            return result.Status == HealthStatus.Healthy && tokens.Problem is not null ? HealthCheckResult.Degraded(NoToken) : result;
        }
        catch (Exception) when (tokens.Problem is not null)
        {
            return HealthCheckResult.Unhealthy(NoToken);
        }
        catch (Exception failure) when (StorageOutage.IsRefusedSignIn(failure))
        {
            return HealthCheckResult.Unhealthy(Refused);
        }
    }

    private async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
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
