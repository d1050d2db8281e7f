using System.Data;
using System.Security.Cryptography;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Data;

/// <summary>
/// The only access to the rows: a read on a fresh context, or a unit of work in one serializable transaction. A unit of work that conflicts
/// with a concurrent change is retried from the start, so it must have no side effects outside the context.
/// </summary>
internal sealed class Database(IDbContextFactory<ConnectDb> contexts, IOptions<StorageOptions> storage, StorageOutage outage) : IDisposable
{
    private const int Tries = 40;
    private const int PostgresWriters = 6;

    // SQLite allows one writer: a semaphore is fair and cheap, while SQLite itself would poll. On PostgreSQL, fewer concurrent writers
    // cause fewer conflicts.
    private readonly SemaphoreSlim writer = new(storage.Value.IsPostgres ? PostgresWriters : 1);

    public Task<T> ReadAsync<T>(Func<ConnectDb, Task<T>> read, CancellationToken cancellationToken) => ReportingOutagesAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        // Opened once for all queries instead of once for each.
        await db.Database.OpenConnectionAsync(cancellationToken);
        return await read(db);
    });

    public Task WriteAsync(Func<ConnectDb, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async db =>
        {
            await work(db);
            return true;
        },
        cancellationToken);

    public Task<T> WriteAsync<T>(Func<ConnectDb, Task<T>> work, CancellationToken cancellationToken) => AsWriterAsync(
        async () =>
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await AttemptAsync(work, cancellationToken);
                }
                catch (Exception failure) when (attempt < Tries && Conflicts.IsConflict(failure))
                {
                    var delay = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 10 * attempt));
                    await Task.Delay(delay, TimeProvider.System, cancellationToken);
                }
            }
        },
        cancellationToken);

    /// <summary>Runs one statement that needs no transaction, such as an update that names the state it expects.</summary>
    public Task<T> RunAsync<T>(Func<ConnectDb, Task<T>> statement, CancellationToken cancellationToken) => AsWriterAsync(
        async () =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await statement(db);
        },
        cancellationToken);

    /// <summary>Checkpoints and truncates SQLite's write-ahead log, so that erased rows do not stay readable in it.</summary>
    /// <returns>False when another reader of the database prevented it.</returns>
    public async Task<bool> TruncateWalAsync(CancellationToken cancellationToken) => storage.Value.IsPostgres || await RunAsync(
        async db =>
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();

            // Writers wait for the checkpoint, so it waits only briefly for readers. Being busy is a result here, not an error.
            command.CommandText = "PRAGMA busy_timeout";
            var usual = await command.ExecuteScalarAsync(cancellationToken);
            command.CommandText = "PRAGMA busy_timeout=200";
            await command.ExecuteNonQueryAsync(cancellationToken);
            try
            {
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                return await command.ExecuteScalarAsync(cancellationToken) is 0L;
            }
            finally
            {
                command.CommandText = $"PRAGMA busy_timeout={usual}";
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
        },
        cancellationToken);

    public void Dispose() => writer.Dispose();

    private async Task<T> AsWriterAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            var result = await ReportingOutagesAsync(work);
            outage.ReportSuccess();
            return result;
        }
        finally
        {
            writer.Release();
        }
    }

    private async Task<T> ReportingOutagesAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (StorageOutage.IsOutage(failure) && !Conflicts.IsConflict(failure))
        {
            outage.ReportFailure(failure);
            throw;
        }
    }

    private async Task<T> AttemptAsync<T>(Func<ConnectDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var result = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
