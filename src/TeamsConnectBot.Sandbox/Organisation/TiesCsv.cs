using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>ties.csv</c>: <c>a,b,weight</c>; a weight left empty counts as 1.</summary>
internal static class TiesCsv
{
    public static ImmutableArray<WorkTie> Read(string path, FrozenDictionary<string, Person> people, List<string> warnings)
    {
        using var table = CsvTable.Open(path, ["a", "b"], "weight");
        warnings.AddRange(table?.Remarks ?? []);
        var unknown = new UnknownPeople("ties.csv", people);
        var ties = ImmutableArray.CreateBuilder<WorkTie>();
        while (table?.Next() == true)
        {
            var weight = 1.0;
            if (table.Field("weight") is { } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out weight))
            {
                throw table.Wrong("weight", $"'{text}' is no number");
            }

            if (unknown.Find(table, "a") is { } a && unknown.Find(table, "b") is { } b)
            {
                ties.Add(new WorkTie(a.Id, b.Id, weight));
            }
        }

        unknown.Report(warnings);
        return ties.ToImmutable();
    }
}
