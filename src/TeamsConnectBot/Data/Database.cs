using System.Data;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Data;

/// <summary>
/// The one way to the rows: a read on a fresh context, or a unit of work in one transaction. Units see each other as if they
/// came one after the other; one that met a change made meanwhile runs again from the start, so it must do nothing outside
/// the context.
/// </summary>
internal sealed class Database(IDbContextFactory<ConnectDb> contexts, IOptions<StorageOptions> storage, StorageTrouble trouble) : IDisposable
{
    private const int Tries = 40;
    private const int PostgresWriters = 6;

    // SQLite has one writer; waiting here is fair and costs nothing, waiting in SQLite is a poll. On PostgreSQL few at once
    // get in each other's way less.
    private readonly SemaphoreSlim writer = new(storage.Value.IsPostgres ? PostgresWriters : 1);

    public async Task<T> ReadAsync<T>(Func<ConnectDb, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

            // Once for all its queries, and not for each.
            await db.Database.OpenConnectionAsync(cancellationToken);
            return await read(db);
        }
        catch (Exception failure) when (StorageTrouble.Is(failure) && !Conflicts.IsConflict(failure))
        {
            trouble.Noticed(failure);
            throw;
        }
    }

    public Task WriteAsync(Func<ConnectDb, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            cancellationToken);

    public async Task<T> WriteAsync<T>(Func<ConnectDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var result = await AttemptAsync(work, cancellationToken);
                    trouble.Over();
                    return result;
                }
                catch (Exception failure) when (attempt < Tries && Conflicts.IsConflict(failure))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 10 * attempt)), TimeProvider.System, cancellationToken);
                }
            }
        }
        catch (Exception failure) when (StorageTrouble.Is(failure) && !Conflicts.IsConflict(failure))
        {
            trouble.Noticed(failure);
            throw;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Runs one statement that is a unit by itself, such as an update that names the state it expects.</summary>
    public async Task<T> RunAsync<T>(Func<ConnectDb, Task<T>> statement, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var result = await statement(db);
            trouble.Over();
            return result;
        }
        catch (Exception failure) when (StorageTrouble.Is(failure) && !Conflicts.IsConflict(failure))
        {
            trouble.Noticed(failure);
            throw;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Writes SQLite's log back and empties it, so that erased rows do not stay readable in it.</summary>
    /// <returns>False when somebody who reads the database kept it from being emptied.</returns>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellationToken) => storage.Value.IsPostgres || await RunAsync(
        async db =>
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await using var command = db.Database.GetDbConnection().CreateCommand();

            // Whoever writes waits for it, so it waits only a moment for who reads. Being busy is no error: it is in the answer.
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
