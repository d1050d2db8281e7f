using System.Collections.Frozen;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>aiuse.csv</c>: <c>id,date</c>, with a row for every day a person used an AI tool.</summary>
internal static class AiUseCsv
{
    public static UsedAiOn Read(string path, FrozenDictionary<string, Person> people, List<string> warnings)
    {
        var days = new HashSet<(string, LocalDate)>();
        PersonRows.Read(path, ["id", "date"], [], people, warnings, (table, rows) =>
        {
            var text = table.Required("date");
            var day = LocalDatePattern.Iso.Parse(text[..Math.Min(10, text.Length)]);
            if (!day.Success)
            {
                throw table.Wrong("date", $"'{text}' is not a date; write it as 2026-03-02");
            }

            if (rows.Find(table, "id") is { } person)
            {
                days.Add((person.Id, day.Value));
            }
        });
        return (person, day) => days.Contains((person.Id, day));
    }
}
