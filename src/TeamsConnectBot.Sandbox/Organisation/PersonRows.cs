using System.Collections.Frozen;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Reads an optional file about people. Rows about unknown people, as in real exports, are skipped and counted.</summary>
internal sealed class PersonRows
{
    private readonly FrozenDictionary<string, Person> people;
    private int unknown;
    private string? firstUnknown;

    private PersonRows(FrozenDictionary<string, Person> people) => this.people = people;

    public static void Read(
        string path, string[] required, string[] optional, FrozenDictionary<string, Person> people, List<string> warnings,
        Action<CsvTable, PersonRows> readRow)
    {
        using var table = CsvTable.Open(path, required, optional);
        if (table is null)
        {
            return;
        }

        warnings.AddRange(table.Remarks);
        var rows = new PersonRows(people);
        while (table.Next())
        {
            readRow(table, rows);
        }

        if (rows.unknown > 0)
        {
            warnings.Add(
                $"{Path.GetFileName(path)}: {rows.unknown} rows are about people not in people.csv "
                + $"(the first: {rows.firstUnknown}); they are left out.");
        }
    }

    public Person? Find(CsvTable table, string column)
    {
        var id = table.Required(column);
        if (people.TryGetValue(id, out var person))
        {
            return person;
        }

        unknown++;
        firstUnknown ??= $"'{id}' on line {table.Line}";
        return null;
    }
}
