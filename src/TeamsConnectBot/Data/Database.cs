using Microsoft.EntityFrameworkCore;

namespace TeamsConnectBot.Data;

/// <summary>
/// The one way to the rows: a read on a fresh context, or a unit of work in one transaction. A unit that met a change made
/// meanwhile runs again from the start, so it must do nothing outside the context.
/// </summary>
internal sealed class Database(IDbContextFactory<ConnectDb> contexts) : IDisposable
{
    private const int Tries = 5;

    // SQLite has one writer; waiting here is fair and costs nothing, waiting in SQLite is a poll.
    private readonly SemaphoreSlim writer = new(1, 1);

    public async Task<T> ReadAsync<T>(Func<ConnectDb, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
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
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                try
                {
                    var result = await work(db);
                    await db.SaveChangesAsync(cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                    return result;
                }
                catch (DbUpdateConcurrencyException) when (attempt < Tries)
                {
                }
            }
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Writes SQLite's log back and empties it, so that erased rows do not stay readable in it.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (db.Database.IsSqlite())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
            }
        }
        finally
        {
            writer.Release();
        }
    }

    public void Dispose() => writer.Dispose();
}
