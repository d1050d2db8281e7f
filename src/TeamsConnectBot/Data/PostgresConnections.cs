using Npgsql;

namespace TeamsConnectBot.Data;

/// <summary>
/// Connections to PostgreSQL for everybody who opens one, the scheduler included. They come from one data source, which has one pool, and
/// with a managed identity renews the token.
/// </summary>
internal sealed class PostgresConnections(IOptions<StorageOptions> storage, DatabaseTokens tokens) : IDisposable
{
    private readonly Lazy<NpgsqlDataSource> source = new(() =>
    {
        var builder = new NpgsqlDataSourceBuilder(storage.Value.Connect);
        if (storage.Value.UsesManagedIdentity)
        {
            tokens.UseIn(builder);
        }

        return builder.Build();
    });

    /// <summary>The data source; not with SQLite.</summary>
    public NpgsqlDataSource Source => source.Value;

    /// <summary>Opens a connection of its own, which the client's pool did not and will not use.</summary>
    public async Task<NpgsqlConnection> OpenUnpooledAsync(CancellationToken cancellationToken)
    {
        await using var pooled = Source.CreateConnection();
        var settings = new NpgsqlConnectionStringBuilder(storage.Value.Connect) { Pooling = false };
        var connection = await pooled.CloneWithAsync(settings.ConnectionString, cancellationToken);
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

    public void Dispose()
    {
        if (source.IsValueCreated)
        {
            source.Value.Dispose();
        }
    }
}
