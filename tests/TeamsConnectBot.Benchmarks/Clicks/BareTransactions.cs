using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TeamsConnectBot.Benchmarks.Clicks;

/// <summary>
/// What a click does to the database and nothing else, with prepared statements: the answer is stored in one transaction, and that the
/// click was handled in another. As many write at once as in the service.
/// </summary>
internal sealed class BareTransactions : IAsyncDisposable
{
    private const int PostgresWriters = 6;

    private readonly InvitedPeople people;
    private readonly SemaphoreSlim writers;
    private readonly System.Collections.Concurrent.ConcurrentBag<Writer> free;
    private readonly List<Writer> all;

    private BareTransactions(InvitedPeople people, List<Writer> writers) =>
        (this.people, all, free, this.writers) = (people, writers, [.. writers], new SemaphoreSlim(writers.Count));

    public static async Task<BareTransactions> OpenAsync(InvitedPeople people, string sqliteFile, string? server)
    {
        var writers = new List<Writer>();
        for (var number = 0; number < (server is null ? 1 : PostgresWriters); number++)
        {
            writers.Add(await Writer.OpenAsync(server is null
                ? new SqliteConnection($"Data Source={sqliteFile};Pooling=False")
                : new NpgsqlConnection(server + ";Pooling=false")));
        }

        return new BareTransactions(people, writers);
    }

    /// <summary>Both transactions of one person's click, each in its turn.</summary>
    public async Task<bool> ClickAsync(int number)
    {
        var invited = people.All[number];
        await WriteAsync(writer => writer.AnswerAsync(people.Key(invited.Id)));

        // As long as a hash, and as unlike the others.
        var key = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}{invited.Id:n}";
        await WriteAsync(writer => writer.RememberAsync(key));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in all)
        {
            await writer.DisposeAsync();
        }

        writers.Dispose();
    }

    private async Task WriteAsync(Func<Writer, Task> work)
    {
        await writers.WaitAsync();
        try
        {
            free.TryTake(out var writer);
            try
            {
                await work(writer!);
            }
            finally
            {
                free.Add(writer!);
            }
        }
        finally
        {
            writers.Release();
        }
    }

    private sealed class Writer : IAsyncDisposable
    {
        private readonly DbConnection connection;
        private readonly DbCommand findInvitation;
        private readonly DbCommand findMessage;
        private readonly DbCommand answer;
        private readonly DbCommand mark;
        private readonly DbCommand find;
        private readonly DbCommand remember;

        private Writer(DbConnection connection)
        {
            this.connection = connection;
            findInvitation = Command("""SELECT * FROM "Invitations" WHERE "Id" = @id""", "id");
            findMessage = Command("""SELECT * FROM "Messages" WHERE "Kind" = 'Invitation' AND "SubjectId" = @id""", "id");
            answer = Command(
                """
                UPDATE "Invitations" SET "State" = 'Yes', "Ticked" = @ticked, "AnsweredAt" = @now, "Version" = "Version" + 1
                WHERE "Id" = @id
                """,
                "id", "ticked", "now");
            mark = Command("""UPDATE "Messages" SET "IsStale" = @yes, "Changes" = "Changes" + 1 WHERE "SubjectId" = @id""", "id", "yes");
            find = Command("""SELECT COUNT(*) FROM "ReceivedActivities" WHERE "Key" = @key""", "key");
            remember = Command("""INSERT INTO "ReceivedActivities" ("Key", "At") VALUES (@key, @now)""", "key", "now");
        }

        public static async Task<Writer> OpenAsync(DbConnection connection)
        {
            await connection.OpenAsync();
            if (connection is SqliteConnection)
            {
                // The service's own settings.
                await using var pragmas = connection.CreateCommand();
                pragmas.CommandText = "PRAGMA busy_timeout=10000; PRAGMA secure_delete=ON; PRAGMA synchronous=FULL;";
                await pragmas.ExecuteNonQueryAsync();
            }

            return new Writer(connection);
        }

        public Task AnswerAsync(object id) => InTransactionAsync(async () =>
        {
            await ReadAsync(findInvitation, ("id", id));
            await ReadAsync(findMessage, ("id", id));
            await RunAsync(answer, ("id", id), ("ticked", InvitedPeople.Ticked), ("now", Now));
            await RunAsync(mark, ("id", id), ("yes", connection is SqliteConnection ? 1 : true));
        });

        public Task RememberAsync(string key) => InTransactionAsync(async () =>
        {
            await ReadAsync(find, ("key", key));
            await RunAsync(remember, ("key", key), ("now", Now));
        });

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private static object Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        private async Task InTransactionAsync(Func<Task> work)
        {
            while (true)
            {
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
                try
                {
                    foreach (var command in new[] { findInvitation, findMessage, answer, mark, find, remember })
                    {
                        command.Transaction = transaction;
                    }

                    await work();
                    await transaction.CommitAsync();
                    return;
                }
                catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.SerializationFailure)
                {
                    // Tried again at once, as the service does after a moment.
                }
            }
        }

        private DbCommand Command(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            return command;
        }

        private static async Task ReadAsync(DbCommand command, params (string Name, object Value)[] values)
        {
            Set(command, values);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    reader.GetValue(column);
                }
            }
        }

        private static Task<int> RunAsync(DbCommand command, params (string Name, object Value)[] values)
        {
            Set(command, values);
            return command.ExecuteNonQueryAsync();
        }

        private static void Set(DbCommand command, (string Name, object Value)[] values)
        {
            foreach (var (name, value) in values)
            {
                command.Parameters[name].Value = value;
            }
        }
    }
}
