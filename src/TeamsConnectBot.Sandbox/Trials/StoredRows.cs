using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TeamsConnectBot.Sandbox.Trials;

/// <summary>What a service left in its database, whichever it is.</summary>
internal sealed class StoredRows(Func<DbConnection> connect)
{
    public static StoredRows Sqlite(string file) => new(() => new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False"));

    public static StoredRows Postgres(string connectionString) => new(() => new NpgsqlConnection(connectionString + ";Pooling=false"));

    public int Count(string sql) => Convert.ToInt32(Read(sql).Single()[0], CultureInfo.InvariantCulture);

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
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "")]);
        }

        return rows;
    }
}
