using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TeamsConnectBot.Sandbox;

namespace TeamsConnectBot.Benchmarks.Delivery;

/// <summary>Inserts people into a service's database, as if they had installed the app.</summary>
internal static class Recipients
{
    private const int Shards = 8;

    /// <summary>Inserts everybody with one planned message each.</summary>
    public static async Task PlanAsync(SandboxServer tenant, string? sqliteFile, string? server, bool firstContact)
    {
        await using DbConnection connection = server is null
            ? new SqliteConnection($"Data Source={sqliteFile};Pooling=False")
            : new NpgsqlConnection(server + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var person = Command(connection, transaction, """
            INSERT INTO "Participants" (
                "PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ConversationId", "ServiceUrl", "Language", "Zone", "InstalledAt",
                "Preferences", "TurnsLeftOut")
            VALUES (@id, 'everyone', 'Someone', 'nonce', @teams, @conversation, @url, 'nl', 'Europe/Amsterdam', @now, '{}', 0)
            """);
        await using var message = Command(connection, transaction, """
            INSERT INTO "Messages" (
                "Id", "PersonId", "Kind", "SubjectId", "Sequence", "DueAt", "State", "Attempts", "WasInDoubt", "IsStale", "Changes",
                "Shard")
            VALUES (@key, @id, 'Welcome', @subject, 0, @now, 'Planned', 0, @no, @no, 0, @shard)
            """);
        var now = tenant.Tenant.Clock.GetUtcNow();
        object Key(Guid id) => server is null ? id.ToString().ToUpperInvariant() : id;
        foreach (var (someone, index) in tenant.Tenant.People.All.Select((someone, index) => (someone, index)))
        {
            var chat = tenant.Tenant.Chats.Of(someone);
            chat.Installed = true;
            var id = someone.ObjectId.ToString();
            await RunAsync(
                person, ("id", id), ("teams", someone.TeamsId), ("conversation", firstContact ? DBNull.Value : chat.ConversationId),
                ("url", tenant.ServiceUrl.ToString()), ("now", now.ToUnixTimeMilliseconds()));
            await RunAsync(
                message, ("key", Key(Guid.CreateVersion7(now))), ("id", id), ("subject", Key(someone.ObjectId)),
                ("now", now.ToUnixTimeMilliseconds()), ("no", server is null ? 0 : false), ("shard", index % Shards));
        }

        await transaction.CommitAsync();
    }

    /// <summary>Inserts everybody as joined, with permission to read their calendar.</summary>
    public static async Task JoinAsync(SandboxServer tenant, string sqliteFile)
    {
        await using var connection = new SqliteConnection($"Data Source={sqliteFile};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = Command(connection, transaction, """
            INSERT INTO "Participants" (
                "PersonId", "PoolId", "Name", "Nonce", "TeamsUserId", "ConversationId", "ServiceUrl", "Language", "Zone", "InstalledAt",
                "JoinedAt", "GapsAllowedAt", "Preferences", "TurnsLeftOut")
            VALUES (@id, 'everyone', 'Someone', 'nonce', @teams, @conversation, @url, @language, @zone, @before, @before, @before, '{}', 0)
            """);
        var before = tenant.Tenant.Clock.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds();
        foreach (var someone in tenant.Tenant.People.All)
        {
            var chat = tenant.Tenant.Chats.Of(someone);
            chat.Installed = true;
            await RunAsync(
                command, ("id", someone.ObjectId.ToString()), ("teams", someone.TeamsId), ("conversation", chat.ConversationId),
                ("url", tenant.ServiceUrl.ToString()), ("language", someone.Language[..2]), ("zone", someone.Zone), ("before", before));
        }

        await transaction.CommitAsync();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private static async Task RunAsync(DbCommand command, params (string Name, object Value)[] values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
