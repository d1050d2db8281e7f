using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Reads the service's database, SQLite or PostgreSQL.</summary>
internal sealed class StoredRows(Func<DbConnection> connect)
{
    public static StoredRows Sqlite(string file) => new(() => new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False"));

    public static StoredRows Postgres(string connectionString) => new(() => new NpgsqlConnection(connectionString + ";Pooling=false"));

    public int Count(string sql) => Convert.ToInt32(Read(sql).Single()[0], CultureInfo.InvariantCulture);

    /// <summary>Messages recorded as accepted that nobody received, and messages more than an hour overdue.</summary>
    public int CountLostMessages(SandboxTenant tenant)
    {
        var received = tenant.Chats.All.SelectMany(chat => chat.Messages).Where(message => message.FromBot).Select(message => message.Id)
            .ToHashSet(StringComparer.Ordinal);
        var accepted = Read("""SELECT "ActivityId" FROM "Messages" WHERE "State" = 'Accepted' AND "ActivityId" IS NOT NULL""");
        return accepted.Count(row => !received.Contains(row[0]))
            + Count($"""SELECT COUNT(*) FROM "Messages" WHERE "State" IN ('Planned', 'Sending') AND "DueAt" < {AnHourAgo(tenant)}""");
    }

    /// <summary>An hour ago, as the database stores it; anything due before then is overdue.</summary>
    public static long AnHourAgo(SandboxTenant tenant) => tenant.Clock.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds();

    public List<string[]> Read(string sql)
    {
        using var connection = connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount)
                .Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }
}
