using System.Collections.Frozen;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>Finds a row's people, and counts rows about people nobody knows: real exports have them.</summary>
internal sealed class UnknownPeople(string file, FrozenDictionary<string, Person> people)
{
    private int count;
    private string? first;

    public Person? Find(CsvTable table, string column)
    {
        var id = table.Required(column);
        if (people.TryGetValue(id, out var person))
        {
            return person;
        }

        count++;
        first ??= $"'{id}' on line {table.Line}";
        return null;
    }

    public void Report(List<string> warnings)
    {
        if (count > 0)
        {
            warnings.Add($"{file}: {count} rows are about people not in people.csv (the first: {first}); they are left out.");
        }
    }
}
