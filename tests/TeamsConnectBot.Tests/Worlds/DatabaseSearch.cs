using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>Searches every column of every table, including the scheduler's, for traces of a person.</summary>
internal static class DatabaseSearch
{
    /// <summary>The number of values that contain the person's id, name or address.</summary>
    public static int Count(string file, Person person)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        string[] traces = [person.ObjectId.ToString(), person.Name, person.UserPrincipalName, person.TeamsId];
        return Columns(connection).Sum(column => Values(connection, column).Count(value =>
            traces.Any(trace => value.Contains(trace, StringComparison.OrdinalIgnoreCase))));
    }

    private static List<(string Table, string Column)> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";
        using var reader = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private static List<string> Values(SqliteConnection connection, (string Table, string Column) from)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Table and column names cannot be parameters; these come from the schema itself.
        command.CommandText = $"SELECT \"{from.Column}\" FROM \"{from.Table}\" WHERE \"{from.Column}\" IS NOT NULL";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetValue(0) is byte[] bytes
                ? System.Text.Encoding.UTF8.GetString(bytes)
                : Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return values;
    }
}
