using System.Globalization;

namespace TeamsConnectBot.Core.Matching.Solver.Seats;

/// <summary>Who owns which seat.</summary>
internal sealed class SeatTable
{
    private const int MostWorth = MatchingGraph.MaxWeight;

    private readonly int[] ownerOf;
    private readonly int[] firstSeat;

    /// <exception cref="ArgumentException">A number of an owner is out of range; the message names it.</exception>
    public SeatTable(IReadOnlyList<SeatOwner> owners)
    {
        Owners = owners;
        firstSeat = new int[owners.Count];
        var of = new List<int>(owners.Count);
        foreach (var (index, owner) in owners.Index())
        {
            if (owner.Seats < 1 || owner.Most < 1 || owner.Most > owner.Seats || owner.FirstWorth is < 0 or > MostWorth)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Owner {index} ({owner}) is out of range: at least 1 seat, Most from 1 to Seats, FirstWorth from 0 to {MostWorth}."),
                    nameof(owners));
            }

            firstSeat[index] = of.Count;
            of.AddRange(Enumerable.Repeat(index, owner.Seats));
        }

        ownerOf = [.. of];
    }

    public IReadOnlyList<SeatOwner> Owners { get; }

    /// <summary>How many seats there are.</summary>
    public int Count => ownerOf.Length;

    public int FirstWorth(int seat) => Owners[ownerOf[seat]].FirstWorth;

    public (int One, int Other) OwnersOf(WeightedEdge pair)
    {
        var (one, other) = (ownerOf[pair.A], ownerOf[pair.B]);
        return one < other ? (one, other) : (other, one);
    }

    public void Check(WeightedEdge pair)
    {
        var why = (uint)pair.A >= (uint)Count || (uint)pair.B >= (uint)Count
            ? string.Create(CultureInfo.InvariantCulture, $"names a seat outside 0 … {Count - 1}")
            : ownerOf[pair.A] == ownerOf[pair.B] ? "joins two seats of one owner"
            : (uint)pair.Weight > MatchingGraph.MaxWeight
                ? string.Create(CultureInfo.InvariantCulture, $"has a weight outside 0 … {MatchingGraph.MaxWeight}")
            : null;
        if (why is not null)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The pair of seats {pair.A} and {pair.B} (weight {pair.Weight}) {why}."),
                nameof(pair));
        }
    }

    /// <summary>Adds those who keep seats empty.</summary>
    /// <param name="edges">The pairs of seats, to which theirs are added.</param>
    /// <param name="heavier">A weight above that of every pair.</param>
    /// <returns>How many people the graph has now, and what they weigh in every best matching.</returns>
    public (int People, long Constant) AddBlockers(List<WeightedEdge> edges, int heavier)
    {
        var (people, constant) = (Count, 0L);
        foreach (var (index, owner) in Owners.Index())
        {
            for (var extra = 1; extra < owner.Seats; extra++)
            {
                var weight = extra <= owner.Seats - owner.Most ? heavier : owner.FirstWorth;
                if (weight > 0)
                {
                    edges.AddRange(Enumerable.Range(firstSeat[index], owner.Seats).Select(seat => new WeightedEdge(seat, people, weight)));
                    constant += weight;
                    people++;
                }
            }
        }

        return (people, constant);
    }
}
