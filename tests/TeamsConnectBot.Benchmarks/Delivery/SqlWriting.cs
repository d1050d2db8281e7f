using System.Data.Common;

namespace TeamsConnectBot.Benchmarks.Delivery;

/// <summary>One transaction with statements that are run many times.</summary>
internal sealed class SqlWriting : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private SqlWriting(DbConnection connection, DbTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    /// <param name="connection">A connection that is not open yet; it is disposed with this.</param>
    /// <param name="cancellation">Token to cancel the operation.</param>
    public static async Task<SqlWriting> BeginAsync(DbConnection connection, CancellationToken cancellation)
    {
        await connection.OpenAsync(cancellation);
        return new SqlWriting(connection, await connection.BeginTransactionAsync(cancellation));
    }

    public SqlStatement Prepare(string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return new SqlStatement(command);
    }

    public Task CommitAsync() => transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>A statement whose parameters get values each time it runs.</summary>
internal sealed class SqlStatement(DbCommand command)
{
    public async Task<int> RunAsync(params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            if (!command.Parameters.Contains(name))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            command.Parameters[name].Value = value;
        }

        return await command.ExecuteNonQueryAsync();
    }
}
