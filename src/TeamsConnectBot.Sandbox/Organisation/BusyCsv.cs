using System.Collections.Frozen;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>busy.csv</c>: <c>id,start,end</c> in ISO 8601; a time without an offset is UTC.</summary>
internal sealed class BusyCsv
{
    private static readonly Comparer<BusyBlock> ByStart = Comparer<BusyBlock>.Create((a, b) => a.Start.CompareTo(b.Start));

    private readonly FrozenDictionary<string, BusyBlock[]> blocks;
    private readonly Duration longest;

    private BusyCsv(Dictionary<string, List<BusyBlock>> read)
    {
        blocks = read.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Order(ByStart).ToArray(), StringComparer.Ordinal);
        longest = blocks.Values.SelectMany(list => list).Select(block => block.End - block.Start).DefaultIfEmpty(Duration.Zero).Max();
        FirstDay = blocks.Count == 0 ? null : blocks.Values.Min(list => list[0].Start).InUtc().Date;
    }

    public LocalDate? FirstDay { get; }

    public static BusyCsv Read(string path, FrozenDictionary<string, Person> people, List<string> warnings)
    {
        var read = new Dictionary<string, List<BusyBlock>>(StringComparer.Ordinal);
        PersonRows.Read(path, ["id", "start", "end"], [], people, warnings, (table, rows) =>
        {
            var start = ReadInstant(table, "start");
            var end = ReadInstant(table, "end");
            if (end < start)
            {
                throw table.Wrong("end", "is before the start");
            }

            if (rows.Find(table, "id") is { } person && end > start)
            {
                (read.TryGetValue(person.Id, out var list) ? list : read[person.Id] = []).Add(new(start, end, BusyStatus.Busy));
            }
        });
        return new BusyCsv(read);
    }

    public IEnumerable<BusyBlock> Of(Person person, Instant from, Instant to) =>
        AllDayBlocks.Remote(person, from, to).Concat(Overlapping(blocks.GetValueOrDefault(person.Id, []), from, to));

    // A block that starts at the searched instant has ended by 'from', so it doesn't matter which one is found if there are several.
    private IEnumerable<BusyBlock> Overlapping(BusyBlock[] list, Instant from, Instant to)
    {
        var first = Array.BinarySearch(list, new BusyBlock(from - longest, from, BusyStatus.Busy), ByStart);
        return list.Skip(first < 0 ? ~first : first).TakeWhile(block => block.Start < to).Where(block => from < block.End);
    }

    private static Instant ReadInstant(CsvTable table, string column)
    {
        var text = table.Required(column);
        return text.Length >= 10 && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : throw table.Wrong(column, $"'{text}' is not a time; write it as 2026-03-02T09:30:00Z");
    }
}
