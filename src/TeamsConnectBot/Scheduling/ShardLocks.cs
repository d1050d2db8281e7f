using Npgsql;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Scheduling;

/// <summary>
/// Leases of shards: a database lock ensures that only one process works on a shard. When a process dies, its lock ends with its
/// connection. The scheduler is not enough, because with a clock skew of minutes it runs one job on two nodes at once (docs/behaviours.md).
/// </summary>
internal sealed class ShardLocks(PostgresConnections connections)
{
    private const int Class = 0x5EE9;

    // A machine that vanishes does not close its connections; without these settings its lock would stay for hours.
    private const string Settings = "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 2";

    /// <returns>The lease, to be disposed; null when another process has it.</returns>
    public async Task<IAsyncDisposable?> TryTakeAsync(int? shard, CancellationToken cancellationToken)
    {
        if (shard is null)
        {
            return Unshared.Instance;
        }

        var connection = await connections.Source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var take = new NpgsqlCommand($"{Settings}; SELECT pg_try_advisory_lock({Class}, {shard})", connection);
            if (await take.ExecuteScalarAsync(cancellationToken) is true)
            {
                return new Taken(connection, shard.Value);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class Taken(NpgsqlConnection connection, int shard) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                try
                {
                    await using var release = new NpgsqlCommand($"SELECT pg_advisory_unlock({Class}, {shard})", connection);
                    await release.ExecuteNonQueryAsync();
                }
                catch (NpgsqlException)
                {
                    // The connection broke, which released the lock.
                }
            }
        }
    }

    private sealed class Unshared : IAsyncDisposable
    {
        public static Unshared Instance { get; } = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
