using Npgsql;

namespace TeamsConnectBot.Data.Sharing;

/// <summary>
/// Detects a pooler between the service and PostgreSQL that shares server connections between sessions, as PgBouncer does with
/// transaction pooling. Session-level locks are then lost silently, and two processes would do the same work.
/// </summary>
internal sealed class PoolerCheck(PostgresConnections connections, IOptions<StorageOptions> storage)
{
    public const string Problem =
        "Storage:ConnectionString leads to a pooler that shares connections between sessions, such as PgBouncer with transaction pooling; "
        + "the service's locks would be lost. Connect to PostgreSQL itself, or to a pooler with session pooling";

    // An arbitrary lock id that the service uses nowhere else.
    private const long Lock = 0x7EA5_C0FF_EE02;

    /// <exception cref="OptionsValidationException">There is such a pooler.</exception>
    public async Task RefuseAsync(CancellationToken cancellationToken)
    {
        if (storage.Value.IsPostgres && await IsSharedAsync(cancellationToken))
        {
            throw new OptionsValidationException(nameof(StorageOptions), typeof(StorageOptions), [Problem]);
        }
    }

    /// <summary>Whether two concurrent sessions share one server process, or one session switches between two.</summary>
    public async Task<bool> IsSharedAsync(CancellationToken cancellationToken)
    {
        // Unpooled, because the client's own pool would reset the session.
        await using var one = await connections.OpenUnpooledAsync(cancellationToken);
        await using var other = await connections.OpenUnpooledAsync(cancellationToken);
        var first = await ProcessAsync(one, $"pg_try_advisory_lock_shared({Lock})", cancellationToken);
        await using var held = await other.BeginTransactionAsync(cancellationToken);
        var second = await ProcessAsync(other, "true", cancellationToken);
        var again = await ProcessAsync(one, $"pg_advisory_unlock_shared({Lock})", cancellationToken);
        return IsPooled(first, second, again);
    }

    /// <summary>
    /// Judges three observations: the first session's process, the second's while the first is idle, and the first's again.
    /// </summary>
    public static bool IsPooled((int Process, bool Held) first, (int Process, bool Held) second, (int Process, bool Held) again) =>
        first.Process == second.Process || first.Process != again.Process || (first.Held && !again.Held);

    private static async Task<(int Process, bool Held)> ProcessAsync(
        NpgsqlConnection connection, string held, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_backend_pid(), {held}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetBoolean(1));
    }
}
