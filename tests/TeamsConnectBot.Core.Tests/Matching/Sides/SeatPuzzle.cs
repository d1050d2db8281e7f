using TeamsConnectBot.Core.Matching.Solver;
using TeamsConnectBot.Core.Matching.Solver.Seats;

namespace TeamsConnectBot.Core.Tests.Matching.Sides;

/// <summary>Owners of seats and pairs between two sides, few enough to try every choice of pairs.</summary>
internal sealed record SeatPuzzle(SeatOwner[] Owners, WeightedEdge[] Pairs)
{
    private const int MostPairs = 13;

    /// <param name="seed">Chooses everything.</param>
    /// <param name="bothSides">Whether the second side may take more than one pair too.</param>
    public static SeatPuzzle From(int seed, bool bothSides)
    {
        var random = new Random(seed);
        var (first, second) = (random.Next(1, 4), random.Next(1, 5));
        var owners = Enumerable.Range(0, first + second).Select(owner => Owner(owner < first || bothSides)).ToArray();
        var possible = (
            from one in Enumerable.Range(0, first)
            from other in Enumerable.Range(first, second)
            from seat in Enumerable.Range(0, owners[one].Seats)
            from theirs in Enumerable.Range(0, owners[other].Seats)
            let weight = random.Next(100)
            where random.NextDouble() < 0.6
            select new WeightedEdge(FirstSeat(owners, one) + seat, FirstSeat(owners, other) + theirs, weight)).ToArray();
        random.Shuffle(possible);
        return new SeatPuzzle(owners, possible[..Math.Min(MostPairs, possible.Length)]);

        SeatOwner Owner(bool several)
        {
            var seats = several ? random.Next(1, 4) : 1;
            return new SeatOwner(seats, random.Next(1, seats + 1), random.Next(3) * random.Next(150));
        }
    }

    public SeatMatching Solve(ulong seed = 0) => SeatMatcher.Match(Owners, Pairs, new MatcherOptions { Seed = seed });

    public int OwnerOf(int seat)
    {
        var owner = 0;
        for (; seat >= Owners[owner].Seats; owner++)
        {
            seat -= Owners[owner].Seats;
        }

        return owner;
    }

    /// <summary>Whether the pairs may be taken together: each seat once, nobody too often, no two people twice.</summary>
    public bool IsAllowed(IReadOnlyCollection<WeightedEdge> chosen)
    {
        var seats = chosen.SelectMany(pair => new[] { pair.A, pair.B }).ToList();
        var met = chosen.Select(pair => (OwnerOf(Math.Min(pair.A, pair.B)), OwnerOf(Math.Max(pair.A, pair.B)))).ToList();
        return seats.Distinct().Count() == seats.Count && met.Distinct().Count() == met.Count
            && seats.CountBy(OwnerOf).All(owner => owner.Value <= Owners[owner.Key].Most);
    }

    public long WorthOf(IReadOnlyCollection<WeightedEdge> chosen) =>
        chosen.Sum(pair => (long)pair.Weight)
        + chosen.SelectMany(pair => new[] { pair.A, pair.B }).Select(OwnerOf).Distinct().Sum(owner => (long)Owners[owner].FirstWorth);

    /// <summary>The best of all allowed choices, found by trying each.</summary>
    public long BestWorth() => Best(0, []);

    private long Best(int next, ImmutableList<WeightedEdge> chosen)
    {
        if (next == Pairs.Length)
        {
            return WorthOf(chosen);
        }

        var with = chosen.Add(Pairs[next]);
        var without = Best(next + 1, chosen);
        return IsAllowed(with) ? Math.Max(without, Best(next + 1, with)) : without;
    }

    private static int FirstSeat(SeatOwner[] owners, int owner) => owners.Take(owner).Sum(one => one.Seats);
}
