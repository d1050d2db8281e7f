using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>ties.csv</c>: <c>a,b,weight</c>; an empty weight counts as 1.</summary>
internal static class TiesCsv
{
    public static ImmutableArray<WorkTie> Read(string path, FrozenDictionary<string, Person> people, List<string> warnings)
    {
        var ties = ImmutableArray.CreateBuilder<WorkTie>();
        PersonRows.Read(path, ["a", "b"], ["weight"], people, warnings, (table, rows) =>
        {
            var weight = 1.0;
            if (table.Field("weight") is { } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out weight))
            {
                throw table.Wrong("weight", $"'{text}' is not a number");
            }

            if (rows.Find(table, "a") is { } a && rows.Find(table, "b") is { } b)
            {
                ties.Add(new WorkTie(a.Id, b.Id, weight));
            }
        });
        return ties.ToImmutable();
    }
}
