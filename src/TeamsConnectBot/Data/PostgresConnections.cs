using Npgsql;

namespace TeamsConnectBot.Data;

/// <summary>
/// Connections to PostgreSQL for everybody who opens one. With a managed identity they all come from one data source, which renews the
/// token; with a password, from the pool of the connection string.
/// </summary>
internal sealed class PostgresConnections(IOptions<StorageOptions> storage, DatabaseTokens tokens) : IDisposable
{
    private readonly Lazy<NpgsqlDataSource> source = new(() =>
    {
        var builder = new NpgsqlDataSourceBuilder(storage.Value.Connect);
        tokens.UseIn(builder);
        return builder.Build();
    });

    /// <summary>The data source; only with a managed identity.</summary>
    public NpgsqlDataSource Source => source.Value;

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        await OpenAsync(Create(), cancellationToken);

    /// <summary>Opens a connection of its own, which the client's pool did not and will not use.</summary>
    public async Task<NpgsqlConnection> OpenUnpooledAsync(CancellationToken cancellationToken)
    {
        await using var pooled = Create();
        var settings = new NpgsqlConnectionStringBuilder(storage.Value.Connect) { Pooling = false };
        return await OpenAsync(await pooled.CloneWithAsync(settings.ConnectionString, cancellationToken), cancellationToken);
    }

    public void Dispose()
    {
        if (source.IsValueCreated)
        {
            source.Value.Dispose();
        }
    }

    private NpgsqlConnection Create() =>
        storage.Value.UsesManagedIdentity ? Source.CreateConnection() : new NpgsqlConnection(storage.Value.Connect);

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
