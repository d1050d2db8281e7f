using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>aiuse.csv</c>: <c>id,date</c>, a line for every day a person used an AI tool.</summary>
internal sealed class AiUseCsv
{
    private readonly HashSet<(string Id, LocalDate Day)> days;

    private AiUseCsv(HashSet<(string Id, LocalDate Day)> days) => this.days = days;

    public static AiUseCsv Read(string path, FrozenDictionary<string, Person> people, List<string> warnings)
    {
        var days = new HashSet<(string, LocalDate)>();
        using var table = CsvTable.Open(path, ["id", "date"]);
        warnings.AddRange(table?.Remarks ?? []);
        var unknown = new UnknownPeople("aiuse.csv", people);
        while (table?.Next() == true)
        {
            var text = table.Required("date");
            var day = LocalDatePattern.Iso.Parse(text[..Math.Min(10, text.Length)]);
            if (!day.Success)
            {
                throw table.Wrong("date", $"'{text}' is no date; write it as 2026-03-02");
            }

            if (unknown.Find(table, "id") is { } person)
            {
                days.Add((person.Id, day.Value));
            }
        }

        unknown.Report(warnings);
        return new AiUseCsv(days);
    }

    public bool On(Person person, LocalDate day) => days.Contains((person.Id, day));
}
