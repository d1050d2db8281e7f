using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.Matching.Solver;
using TeamsConnectBot.Core.Matching.Solver.Seats;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Settles a pool with two sides: only pairs, each of one person from either side, at most as many for a person as they want, at times that
/// do not overlap. Nobody gets a second meeting while another on their side could have a first one instead. Two people in a season come
/// before everything else, and are one of the meetings of each.
/// </summary>
internal sealed class AcrossSides
{
    // So that no chain of good pairs, in a pool of a usual size, outweighs leaving somebody out twice in a row, or without a first meeting.
    private const int Precedence = 16;
    private const int MostTurns = 3;

    private readonly Roster roster;
    private readonly SharedMoments moments;
    private readonly int length;
    private readonly int[] firstSeat;
    private readonly List<int>[] runs;

    // What a first meeting is worth to anybody, where there are second ones.
    private readonly int spread;
    private readonly int turn;

    // Outweighs the first meetings of the two people who would take their places.
    private readonly int season;

    public AcrossSides(Week week, Roster roster, MatchingRules rules)
    {
        this.roster = roster;
        moments = new SharedMoments(week, roster, rules);
        length = roster.HasLunch ? Math.Max(rules.GapQuarters, rules.LunchQuarters) : rules.GapQuarters;
        var first = rules.Weights.Base * Precedence;
        spread = Array.Exists(roster.Members, member => member.MostMeetings > 1) ? first : 0;
        turn = rules.Weights.TurnLeftOut * Precedence;
        season = 3 * ((turn * MostTurns) + first);
        runs = [.. roster.Everyone.Select(Runs)];
        firstSeat = new int[roster.Count];
        for (var person = 1; person < roster.Count; person++)
        {
            firstSeat[person] = firstSeat[person - 1] + runs[person - 1].Count;
        }
    }

    public Settlement Settle(
        int[][] candidates, IReadOnlyList<(int One, int Other)> seasons, PairWeigher weigher, ulong seed,
        CancellationToken cancellationToken)
    {
        var pairs = new List<WeightedEdge>();
        var options = new Dictionary<(int, int), List<(SlotOption Slot, bool IsLunch)>>();
        var together = seasons.ToHashSet();
        foreach (var one in roster.Everyone)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // In a large pool, two people in a season need not be among each other's candidates.
            var others = candidates[one].Where(other => other > one)
                .Union(seasons.Where(pair => pair.One == one).Select(pair => pair.Other));
            foreach (var other in others)
            {
                var worth = weigher.Points(one, other) + (together.Contains((one, other)) ? season : 0);
                var shared = moments.Of([one, other])
                    .GroupBy(moment => (SeatOf(one, moment.Slot.Slot.Start), SeatOf(other, moment.Slot.Slot.Start)));
                foreach (var at in shared)
                {
                    options[at.Key] = [.. at];
                    pairs.Add(new WeightedEdge(at.Key.Item1, at.Key.Item2, Math.Max(0, worth - at.Min(moment => moment.Slot.Cost))));
                }
            }
        }

        var matching = SeatMatcher.Match(
            [.. roster.Everyone.Select(OwnerOf)], pairs, new MatcherOptions { Seed = seed }, cancellationToken);
        return Settled(matching, options);
    }

    private SeatOwner OwnerOf(int person)
    {
        var member = roster.Members[person];
        var turns = turn * Math.Clamp(member.TurnsLeftOut, 0, MostTurns);
        return new SeatOwner(runs[person].Count, Math.Min(member.MostMeetings, runs[person].Count), turns + spread);
    }

    private Settlement Settled(SeatMatching matching, Dictionary<(int, int), List<(SlotOption Slot, bool IsLunch)>> options)
    {
        var used = new Dictionary<(MeetingPlace, int), int>();
        var groups = new List<SettledGroup>();
        var placed = new HashSet<int>();
        foreach (var pair in matching.Pairs)
        {
            var (one, other) = (PersonAt(pair.A), PersonAt(pair.B));
            var (best, isLunch) = options[(pair.A, pair.B)].MinBy(moment => SharedMoments.Rank(moment, Used(moment.Slot)));
            used[(best.Place, best.Slot.Start)] = Used(best) + 1;
            groups.Add(new SettledGroup([roster.Members[one], roster.Members[other]], best.Slot, best.Place) { IsLunch = isLunch });
            placed.UnionWith([one, other]);
        }

        return new Settlement(
            [.. groups.OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal)
                .ThenBy(group => group.Members[1].Id, StringComparer.Ordinal)],
            [.. roster.Everyone.Where(person => !placed.Contains(person)).Select(person => roster.Members[person])]);

        int Used(SlotOption option) => used.GetValueOrDefault((option.Place, option.Slot.Start));
    }

    /// <summary>
    /// The starts with which a person's seats begin. Somebody who wants one meeting has one seat. Others have one for each stretch of
    /// starts that overlap, so that two meetings never do.
    /// </summary>
    private List<int> Runs(int person)
    {
        var begins = new List<int>();
        Span<ulong> starts = stackalloc ulong[WeekAvailability.Words];
        roster.Either(person, starts);
        var last = -length;
        foreach (var start in StartBits.Of(starts))
        {
            if (begins.Count == 0 || (start - last >= length && roster.Members[person].MostMeetings > 1))
            {
                begins.Add(start);
            }

            last = start;
        }

        return begins.Count > 0 ? begins : [0];
    }

    private int SeatOf(int person, int start) => firstSeat[person] + runs[person].FindLastIndex(begin => begin <= start);

    private int PersonAt(int seat) => Array.BinarySearch(firstSeat, seat) is var at && at >= 0 ? at : ~at - 1;
}
