using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Data;

/// <summary>
/// What every SQLite connection starts with: readers beside the one writer (WAL), waiting for a lock inside SQLite instead
/// of in 150 ms sleeps, and erased rows overwritten.
/// </summary>
internal sealed class SqliteSettings(IOptions<StorageOptions> options) : DbConnectionInterceptor
{
    private readonly string pragmas =
        $"PRAGMA busy_timeout=10000; PRAGMA secure_delete=ON; PRAGMA synchronous={options.Value.Synchronous.ToUpperInvariant()};";

    // A connection is opened for every query and comes from a pool; what lies below it keeps its settings.
    private readonly ConditionalWeakTable<object, object> done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        command.ExecuteNonQuery();
        Done(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        Done(connection);
    }

    // A backup is not in that mode, and whether the file is there is asked by a connection that may not write.
    private string PragmasFor(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly
            ? pragmas
            : "PRAGMA journal_mode=WAL; " + pragmas;

    private bool IsNew(DbConnection connection) => connection is not SqliteConnection { Handle: { } handle } || !done.TryGetValue(handle, out _);

    private void Done(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            done.TryAdd(handle, handle.GetType());
        }
    }
}
