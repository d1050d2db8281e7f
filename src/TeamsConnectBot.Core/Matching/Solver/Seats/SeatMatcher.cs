using System.Globalization;
using System.Runtime.InteropServices;

namespace TeamsConnectBot.Core.Matching.Solver.Seats;

/// <summary>
/// Matching for people who may be in several pairs: at most so many each, one a seat, and never twice with the same person. It is turned
/// into an ordinary matching, so that <see cref="Matcher"/> and its proof apply:
/// <list type="number">
/// <item>Each seat is a person of the graph. An owner with more seats than they may take gets blockers, which fill the surplus and weigh
/// more than any pair.</item>
/// <item>What an owner's first pair is worth is added to each of their pairs; an owner who may take <c>k</c> seats gets <c>k − 1</c>
/// fillers of that worth, which a second pair displaces. So it counts once.</item>
/// <item>The blockers and fillers of all owners together weigh the same in every best matching; the bound is the matching's without
/// them.</item>
/// <item>That nobody meets the same person twice is left out at first, so the bound holds. If two people were given two pairs, only one is
/// kept and the rest is matched again.</item>
/// </list>
/// The bound is exact for a component of up to 4,000 seats in which no two people could be paired twice; otherwise it can be higher than
/// the best.
/// </summary>
public static class SeatMatcher
{
    private const int MostRepeats = 12;

    /// <summary>Pairs seats so that the total weight is as large as possible, or close to it.</summary>
    /// <param name="owners">Who owns the seats: the first owner's seats are numbered from 0, the next one's follow.</param>
    /// <param name="pairs">The pairs of seats that may be formed, between different owners; the heaviest of equal pairs counts.</param>
    /// <param name="options">Seed and effort.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <exception cref="ArgumentException">
    /// An owner has a number out of range, a pair names a seat that does not exist or joins two of one owner, or weights are too large.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SeatMatching Match(
        IReadOnlyList<SeatOwner> owners, IReadOnlyList<WeightedEdge> pairs, MatcherOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owners);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(options);
        var seats = new SeatTable(owners);
        var all = Distinct(seats, pairs);
        var (chosen, bound) = Solve(seats, all, options, cancellationToken);
        for (var (repeat, left) = (0, all); repeat < MostRepeats && Twice(seats, chosen) is { Count: > 0 } twice; repeat++)
        {
            // Of each pair of people that came up twice, the heaviest pair of seats stays possible, and no other.
            left = [.. left.Where(pair => !twice.TryGetValue(seats.OwnersOf(pair), out var kept) || kept == pair)];
            (chosen, _) = Solve(seats, left, options, cancellationToken);
        }

        return Complete(seats, chosen, all) with { UpperBound = bound };
    }

    private static List<WeightedEdge> Distinct(SeatTable seats, IReadOnlyList<WeightedEdge> pairs)
    {
        var heaviest = new Dictionary<(int, int), int>(pairs.Count);
        foreach (var pair in pairs)
        {
            seats.Check(pair);
            ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(
                heaviest, (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B)), out var exists);
            weight = exists ? Math.Max(weight, pair.Weight) : pair.Weight;
        }

        return [.. heaviest.OrderBy(pair => pair.Key).Select(pair => new WeightedEdge(pair.Key.Item1, pair.Key.Item2, pair.Value))];
    }

    private static (List<WeightedEdge> Chosen, long Bound) Solve(
        SeatTable seats, List<WeightedEdge> pairs, MatcherOptions options, CancellationToken cancellationToken)
    {
        var edges = pairs.ConvertAll(
            pair => pair with { Weight = checked(pair.Weight + seats.FirstWorth(pair.A) + seats.FirstWorth(pair.B)) });
        var heavier = edges.Select(edge => edge.Weight).DefaultIfEmpty(0).Max() + 1;
        if (heavier > MatchingGraph.MaxWeight)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"A pair weighs {heavier - 1} with what it is worth to its owners; at most {MatchingGraph.MaxWeight - 1} is allowed."),
                nameof(pairs));
        }

        var (people, constant) = seats.AddBlockers(edges, heavier);
        var result = Matcher.Match(
            MatchingGraph.Create(people, CollectionsMarshal.AsSpan(edges)), options, cancellationToken);
        var weights = pairs.ToDictionary(pair => (pair.A, pair.B));
        return (
            [.. result.EnumeratePairs().Where(pair => pair.B < seats.Count).Select(pair => weights[pair])],
            result.UpperBound - constant);
    }

    /// <summary>The people who were given more than one pair together, and the one of these pairs to keep.</summary>
    private static Dictionary<(int, int), WeightedEdge> Twice(SeatTable seats, List<WeightedEdge> chosen) => chosen
        .GroupBy(seats.OwnersOf).Where(pairs => pairs.Skip(1).Any())
        .ToDictionary(pairs => pairs.Key, pairs => pairs.MaxBy(pair => pair.Weight));

    /// <summary>Keeps what is allowed together, the heaviest first, and adds whatever else is possible.</summary>
    private static SeatMatching Complete(SeatTable seats, List<WeightedEdge> chosen, List<WeightedEdge> all)
    {
        var taken = new HashSet<int>();
        var count = new int[seats.Owners.Count];
        var met = new HashSet<(int, int)>();
        var kept = new List<WeightedEdge>();
        foreach (var pair in chosen.OrderByDescending(pair => pair.Weight).Concat(all.OrderByDescending(pair => pair.Weight)))
        {
            var (one, other) = seats.OwnersOf(pair);
            if (!taken.Contains(pair.A) && !taken.Contains(pair.B) && !met.Contains((one, other))
                && count[one] < seats.Owners[one].Most && count[other] < seats.Owners[other].Most)
            {
                kept.Add(pair);
                taken.UnionWith([pair.A, pair.B]);
                met.Add((one, other));
                count[one]++;
                count[other]++;
            }
        }

        var first = seats.Owners.Where((_, owner) => count[owner] > 0).Sum(owner => (long)owner.FirstWorth);
        return new SeatMatching(
            [.. kept.OrderBy(pair => pair.A)], kept.Sum(pair => (long)pair.Weight) + first, UpperBound: 0);
    }
}
