using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TeamsConnectBot.Data;

/// <summary>
/// Brings the database up to date. Of several processes that start together one does it and the others wait; a database
/// that a newer version has changed is left alone.
/// </summary>
internal sealed class SchemaUpdate(IDbContextFactory<ConnectDb> contexts, IOptions<StorageOptions> storage)
{
    // Any number, as long as it is always the same.
    private const long Lock = 0x7EA5_C0FF_EE01;

    /// <param name="then">More to make in the database while no other process may.</param>
    /// <param name="cancellationToken">Gives up.</param>
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
        await using var connection = new NpgsqlConnection(storage.Value.Connect);
        await connection.OpenAsync(cancellationToken);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_lock({Lock})", connection) { CommandTimeout = 0 })
        {
            await take.ExecuteNonQueryAsync(cancellationToken);
        }

        await MigrateAsync(cancellationToken);
        await then();
        await using var release = new NpgsqlCommand($"SELECT pg_advisory_unlock({Lock})", connection);
        await release.ExecuteNonQueryAsync(cancellationToken);
    }

    // An administrator may have made only the server; whoever may not make databases is told by the connection above.
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
            // Another process that starts at the same time was faster.
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"This database was changed by a newer version of the service ({string.Join(", ", unknown)}), which this version does not know. "
                + "Start that version again, or restore the backup made before it was started.");
        }

        await db.Database.MigrateAsync(cancellationToken);
    }
}
