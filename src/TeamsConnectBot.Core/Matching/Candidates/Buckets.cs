using NodaTime;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>Divides a roster into the buckets its people could meet in. Two people who share a gap share a bucket.</summary>
internal sealed class Buckets
{
    private readonly List<Bucket> all = [];
    private readonly List<Bucket>[] ofPerson;

    private Buckets(int people) => ofPerson = [.. Enumerable.Range(0, people).Select(_ => new List<Bucket>(2))];

    public IReadOnlyList<Bucket> All => all;

    /// <summary>One bucket an office and one for everybody who meets online: for people who still have all their gaps.</summary>
    public static Buckets ByPlace(Roster roster, Instant at)
    {
        var buckets = new Buckets(roster.Count);
        var order = Enumerable.Range(0, roster.Count).OrderBy(person => roster.Members[person].Zone.GetUtcOffset(at)).ThenBy(person => person).ToArray();
        foreach (var office in order.Where(person => roster.Office[person] >= 0 && !StartBits.IsEmpty(roster.InOffice(person))).GroupBy(person => roster.Office[person]))
        {
            buckets.Add(new Bucket(office.Key, [.. office], roster.InOffice));
        }

        buckets.Add(new Bucket(Bucket.OnlinePlace, [.. order.Where(person => !StartBits.IsEmpty(roster.Online(person)))], roster.Online));
        return buckets;
    }

    /// <summary>One bucket a start and place: for people who have only a few gaps left, those they ticked.</summary>
    public static Buckets ByStart(Roster roster)
    {
        var cells = new SortedDictionary<(int Place, int Start), List<int>>();
        for (var person = 0; person < roster.Count; person++)
        {
            foreach (var start in StartBits.Of(roster.Online(person)))
            {
                Into(cells, (Bucket.OnlinePlace, start), person);
            }

            foreach (var start in StartBits.Of(roster.InOffice(person)))
            {
                Into(cells, (roster.Office[person], start), person);
            }
        }

        var buckets = new Buckets(roster.Count);
        foreach (var (cell, people) in cells)
        {
            buckets.Add(new Bucket(cell.Place, [.. people], cell.Place == Bucket.OnlinePlace ? roster.Online : roster.InOffice));
        }

        return buckets;
    }

    public IReadOnlyList<Bucket> Of(int person) => ofPerson[person];

    private static void Into(SortedDictionary<(int Place, int Start), List<int>> cells, (int Place, int Start) cell, int person)
    {
        if (!cells.TryGetValue(cell, out var people))
        {
            cells[cell] = people = [];
        }

        people.Add(person);
    }

    private void Add(Bucket bucket)
    {
        if (bucket.Members.Length < 2)
        {
            return;
        }

        all.Add(bucket);
        foreach (var person in bucket.Members)
        {
            ofPerson[person].Add(bucket);
        }
    }
}
