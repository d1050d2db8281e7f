using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>busy.csv</c>: <c>id,start,end</c>, ISO 8601; a time without an offset is UTC.</summary>
internal sealed class BusyCsv
{
    private readonly FrozenDictionary<string, Stretch[]> stretches;
    private readonly Duration longest;

    private BusyCsv(Dictionary<string, List<Stretch>> read)
    {
        stretches = read.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.OrderBy(stretch => stretch.Start).ToArray(), StringComparer.Ordinal);
        var all = stretches.Values.SelectMany(list => list);
        longest = all.Select(stretch => stretch.End - stretch.Start).DefaultIfEmpty(Duration.Zero).Max();
        FirstDay = stretches.Count == 0 ? null : stretches.Values.Min(list => list[0].Start).InUtc().Date;
    }

    public LocalDate? FirstDay { get; }

    public static BusyCsv Read(string path, FrozenDictionary<string, Person> people, List<string> warnings)
    {
        var read = new Dictionary<string, List<Stretch>>(StringComparer.Ordinal);
        using var table = CsvTable.Open(path, ["id", "start", "end"]);
        warnings.AddRange(table?.Remarks ?? []);
        var unknown = new UnknownPeople("busy.csv", people);
        while (table?.Next() == true)
        {
            var start = ReadInstant(table, "start");
            var end = ReadInstant(table, "end");
            if (end < start)
            {
                throw table.Wrong("end", "lies before the start");
            }

            if (unknown.Find(table, "id") is { } person && end > start)
            {
                (read.TryGetValue(person.Id, out var list) ? list : read[person.Id] = []).Add(new Stretch(start, end));
            }
        }

        unknown.Report(warnings);
        return new BusyCsv(read);
    }

    public IEnumerable<BusyBlock> Of(Person person, Instant from, Instant to)
    {
        foreach (var block in AllDayBlocks.Remote(person, from, to))
        {
            yield return block;
        }

        var list = stretches.GetValueOrDefault(person.Id, []);
        for (var index = FirstAfter(list, from - longest); index < list.Length && list[index].Start < to; index++)
        {
            if (from < list[index].End)
            {
                yield return new BusyBlock(list[index].Start, list[index].End, BusyStatus.Busy);
            }
        }
    }

    private static int FirstAfter(Stretch[] list, Instant from)
    {
        var (low, high) = (0, list.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Start < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Instant ReadInstant(CsvTable table, string column)
    {
        var text = table.Required(column);
        return text.Length >= 10 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : throw table.Wrong(column, $"'{text}' is no time; write it as 2026-03-02T09:30:00Z");
    }

    private readonly record struct Stretch(Instant Start, Instant End);
}
