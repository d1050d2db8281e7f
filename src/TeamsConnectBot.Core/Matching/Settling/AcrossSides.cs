using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Slots;
using TeamsConnectBot.Core.Matching.Solver;
using TeamsConnectBot.Core.Matching.Solver.Seats;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// Settles a pool with two sides: only pairs, each of one person from either side, at most as many for a person as they want, at times that
/// do not overlap. Nobody gets a second meeting while another on their side could have a first one instead.
/// </summary>
internal sealed class AcrossSides
{
    // So that no chain of good pairs, in a pool of a usual size, outweighs leaving somebody out twice in a row, or without a first meeting.
    private const int Precedence = 16;
    private const int MostTurns = 3;

    private readonly Week week;
    private readonly Roster roster;
    private readonly MatchingRules rules;
    private readonly int[] firstSeat;
    private readonly List<int>[] runs;

    public AcrossSides(Week week, Roster roster, MatchingRules rules)
    {
        (this.week, this.roster, this.rules) = (week, roster, rules);
        runs = [.. roster.Everyone.Select(Runs)];
        firstSeat = new int[roster.Count];
        for (var person = 1; person < roster.Count; person++)
        {
            firstSeat[person] = firstSeat[person - 1] + runs[person - 1].Count;
        }
    }

    public Settlement Settle(int[][] candidates, PairWeigher weigher, ulong seed, CancellationToken cancellationToken)
    {
        var pairs = new List<WeightedEdge>();
        var options = new Dictionary<(int, int), List<SlotOption>>();
        foreach (var one in roster.Everyone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var other in candidates[one].Where(other => other > one))
            {
                var shared = Moments(one, other)
                    .GroupBy(option => (SeatOf(one, option.Slot.Start), SeatOf(other, option.Slot.Start)));
                foreach (var moments in shared)
                {
                    options[moments.Key] = [.. moments];
                    var weight = Math.Max(0, weigher.Points(one, other) - moments.Min(option => option.Cost));
                    pairs.Add(new WeightedEdge(moments.Key.Item1, moments.Key.Item2, weight));
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
        var turns = rules.Weights.TurnLeftOut * Precedence * Math.Clamp(member.TurnsLeftOut, 0, MostTurns);
        var spread = member.MostMeetings > 1 ? rules.Weights.Base * Precedence : 0;
        return new SeatOwner(runs[person].Count, Math.Min(member.MostMeetings, runs[person].Count), turns + spread);
    }

    private Settlement Settled(SeatMatching matching, Dictionary<(int, int), List<SlotOption>> options)
    {
        var used = new Dictionary<(MeetingPlace, int), int>();
        var groups = new List<SettledGroup>();
        var placed = new HashSet<int>();
        foreach (var pair in matching.Pairs)
        {
            var (one, other) = (PersonAt(pair.A), PersonAt(pair.B));
            var best = options[(pair.A, pair.B)].MinBy(option => (option.Cost, option.Place.IsOnline, Used(option), option.Slot.Start))!;
            used[(best.Place, best.Slot.Start)] = Used(best) + 1;
            groups.Add(new SettledGroup([roster.Members[one], roster.Members[other]], best.Slot, best.Place));
            placed.UnionWith([one, other]);
        }

        return new Settlement(
            [.. groups.OrderBy(group => group.Slot.Start).ThenBy(group => group.Members[0].Id, StringComparer.Ordinal)
                .ThenBy(group => group.Members[1].Id, StringComparer.Ordinal)],
            [.. roster.Everyone.Where(person => !placed.Contains(person)).Select(person => roster.Members[person])]);

        int Used(SlotOption option) => used.GetValueOrDefault((option.Place, option.Slot.Start));
    }

    /// <summary>When the two could meet.</summary>
    private ImmutableArray<SlotOption> Moments(int one, int other)
    {
        Span<ulong> shared = stackalloc ulong[WeekAvailability.Words];
        Span<ulong> theirs = stackalloc ulong[WeekAvailability.Words];
        roster.Either(one, shared);
        roster.Either(other, theirs);
        StartBits.And(shared, theirs);
        var slots = new List<Slot>();
        foreach (var start in StartBits.Of(shared))
        {
            if (roster.ShareStart(one, other, start))
            {
                slots.Add(new Slot(start, rules.GapQuarters));
            }
        }

        return SlotChoice.Rank(week, [roster.Members[one], roster.Members[other]], slots);
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
        var last = -rules.GapQuarters;
        foreach (var start in StartBits.Of(starts))
        {
            if (begins.Count == 0 || (start - last >= rules.GapQuarters && roster.Members[person].MostMeetings > 1))
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
