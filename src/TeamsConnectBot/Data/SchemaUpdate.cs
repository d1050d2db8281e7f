using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TeamsConnectBot.Data;

/// <summary>
/// Migrates the database. When several processes start together, one migrates and the others wait. A database that a newer version has
/// migrated is refused.
/// </summary>
internal sealed class SchemaUpdate(
    IDbContextFactory<ConnectDb> contexts, PostgresConnections connections, IOptions<StorageOptions> storage)
{
    // An arbitrary lock id, which must be the same in every version of the service.
    private const long Lock = 0x7EA5_C0FF_EE01;

    /// <param name="then">What else to create in the database while the lock is held.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="InvalidOperationException">The database belongs to a newer version.</exception>
    public async Task ApplyAsync(Func<Task> then, CancellationToken cancellationToken)
    {
        if (!storage.Value.IsPostgres)
        {
            await MigrateAsync(cancellationToken);
            await then();
            return;
        }

        await EnsureDatabaseAsync(cancellationToken);
        await using var connection = await connections.Source.OpenConnectionAsync(cancellationToken);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_lock({Lock})", connection) { CommandTimeout = 0 })
        {
            await take.ExecuteNonQueryAsync(cancellationToken);
        }

        await MigrateAsync(cancellationToken);
        await then();
        await using var release = new NpgsqlCommand($"SELECT pg_advisory_unlock({Lock})", connection);
        await release.ExecuteNonQueryAsync(cancellationToken);
    }

    // An administrator may have created only the server. If the service may not create the database, PostgreSQL's error says so.
    private async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var creator = (IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process that started at the same time created it.
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        var unknown = applied.Except(known).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"This database was migrated by a newer version of the service ({string.Join(", ", unknown)}). "
                + "Start that version again, or restore the backup made before it was started.");
        }

        // At most starts there is nothing to do, and finding that out again would take a lock and several statements.
        if (known.Except(applied).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }
}
