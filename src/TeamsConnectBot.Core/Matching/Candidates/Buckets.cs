using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Matching.Candidates;

/// <summary>Divides a roster into the buckets in which its people could meet. Two people who share a gap share a bucket.</summary>
internal sealed class Buckets
{
    private readonly List<Bucket> all = [];
    private readonly List<Bucket>[] ofPerson;

    private Buckets(Roster roster) => ofPerson = [.. roster.Everyone.Select(_ => new List<Bucket>(2))];

    public IReadOnlyList<Bucket> All => all;

    /// <summary>One bucket per office and one for everybody who meets online: for people who still have all their gaps.</summary>
    public static Buckets ByPlace(Roster roster, Instant at)
    {
        var buckets = new Buckets(roster);
        var order = roster.Everyone.OrderBy(person => roster.Members[person].Zone.GetUtcOffset(at)).ThenBy(person => person).ToArray();
        foreach (var office in order.Where(person => !StartBits.IsEmpty(roster.InOffice(person))).GroupBy(person => roster.Office[person]))
        {
            buckets.Add(new Bucket(office.Key, [.. office], roster.InOffice));
        }

        buckets.Add(new Bucket(Bucket.OnlinePlace, [.. order.Where(person => !StartBits.IsEmpty(roster.Online(person)))], roster.Online));
        return buckets;
    }

    /// <summary>One bucket per start and place: for people who have only a few gaps left, those they ticked.</summary>
    public static Buckets ByStart(Roster roster)
    {
        var cells = new Dictionary<(int Place, int Start), List<int>>();
        foreach (var person in roster.Everyone)
        {
            foreach (var start in StartBits.Of(roster.Online(person)))
            {
                Add(Bucket.OnlinePlace, start, person);
            }

            foreach (var start in StartBits.Of(roster.InOffice(person)))
            {
                Add(roster.Office[person], start, person);
            }
        }

        var buckets = new Buckets(roster);
        foreach (var (cell, people) in cells.OrderBy(cell => cell.Key))
        {
            buckets.Add(new Bucket(cell.Place, [.. people], cell.Place == Bucket.OnlinePlace ? roster.Online : roster.InOffice));
        }

        return buckets;

        void Add(int place, int start, int person) =>
            (CollectionsMarshal.GetValueRefOrAddDefault(cells, (place, start), out _) ??= []).Add(person);
    }

    public IReadOnlyList<Bucket> Of(int person) => ofPerson[person];

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
