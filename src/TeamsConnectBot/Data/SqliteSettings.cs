using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsConnectBot.Data;

/// <summary>
/// Configures every SQLite connection: readers do not block the one writer (WAL), waiting for a lock happens inside SQLite instead of in
/// sleeps of 150 ms, and erased rows are overwritten.
/// </summary>
internal sealed class SqliteSettings(IOptions<StorageOptions> options) : DbConnectionInterceptor
{
    private readonly string pragmas =
        $"PRAGMA busy_timeout=10000; PRAGMA secure_delete=ON; PRAGMA synchronous={options.Value.Synchronous.ToUpperInvariant()};";

    // EF opens a connection for every query; the pooled handle below it keeps its settings.
    private readonly ConditionalWeakTable<object, object> done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = (connection as SqliteConnection)?.Handle;
        if (handle is not null && done.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        command.ExecuteNonQuery();
        if (handle is not null)
        {
            done.TryAdd(handle, handle.GetType());
        }
    }

    // SQLite's commands run synchronously anyway.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // Setting WAL needs a writable connection; a backup and EF's check whether the file exists are read-only.
    private string PragmasFor(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly
            ? pragmas
            : "PRAGMA journal_mode=WAL; " + pragmas;
}
