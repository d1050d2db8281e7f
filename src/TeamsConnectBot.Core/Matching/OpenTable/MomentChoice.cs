using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Asking;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>Chooses the moments of an open table greedily: each adds the most people who can expect company.</summary>
internal sealed class MomentChoice(Roster roster, PairRules pairs, MatchingRules rules, ulong seed)
{
    // Adding a moment must give company to at least this share of the pool; otherwise it only spreads people over more tables.
    private const double LeastGain = 0.05;

    // Another moment must seat at least this many more people.
    private const double Worthwhile = 0.25;
    private const double Unquiet = 0.8;

    private readonly GapBook book = new(roster, rules);
    private readonly double[] alone = [.. Enumerable.Repeat(1.0, roster.Count)];

    public OpenTablePlan Choose(IReadOnlyCollection<string> hosts, CancellationToken cancellationToken)
    {
        List<int> volunteers = [.. hosts.Where(roster.Indexes.ContainsKey).Select(id => roster.Indexes[id]).Distinct().Order()];
        var hosted = Ranked(volunteers, hosts.Count, cancellationToken);
        var ranked = hosted.Count > 0 ? hosted : Ranked([], OpenTable.MostMoments, cancellationToken);
        ImmutableArray<(int Start, int Host)> chosen = [];
        Dictionary<int, ImmutableArray<int>> invited = [];
        var mostSeated = 0.0;
        for (var count = 1; count <= ranked.Count; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<(int Start, int Host)> moments = [.. ranked.Take(count).OrderBy(moment => moment.Start)];
            var (asked, seated) = Sure(moments);
            if (seated > mostSeated + Worthwhile)
            {
                (chosen, invited, mostSeated) = (moments, asked, seated);
            }
        }

        return Plan(chosen, invited);
    }

    private List<(int Start, int Host)> Ranked(List<int> hosts, int most, CancellationToken cancellationToken)
    {
        var moments = new List<(int Start, int Host)>();
        while (moments.Count < Math.Min(most, OpenTable.MostMoments) && Best(moments, hosts) is { } best)
        {
            cancellationToken.ThrowIfCancellationRequested();
            moments.Add(best);
            hosts.Remove(best.Host);
            foreach (var person in roster.Everyone)
            {
                alone[person] *= 1 - Company(person, best.Start, best.Host);
            }
        }

        return moments;
    }

    /// <summary>
    /// Whom to invite so that few people who say yes are left alone: those with the least chance of company are dropped one by one.
    /// </summary>
    private (Dictionary<int, ImmutableArray<int>> Asked, double Seated) Sure(ImmutableArray<(int Start, int Host)> moments)
    {
        var forecast = new CompanyForecast(moments, CanSit, seed);
        var asked = Offers(moments, [.. Guests(moments)]);
        while (asked.Count > 0)
        {
            var (chances, share) = forecast.LeftAlone(asked);
            if (share <= OpenTable.MostLeftOutShare)
            {
                return (asked, asked.Count * (1 - share));
            }

            var drop = chances.MaxBy(chance => (chance.Value, chance.Key)).Key;
            asked = Offers(moments, [.. asked.Keys.Where(person => person != drop)]);
        }

        return ([], 0);
    }

    private IEnumerable<int> Guests(ImmutableArray<(int Start, int Host)> moments) =>
        roster.Everyone.Where(person => !moments.Any(moment => moment.Host == person));

    private Dictionary<int, ImmutableArray<int>> Offers(ImmutableArray<(int Start, int Host)> moments, HashSet<int> people)
    {
        var offers = new Dictionary<int, ImmutableArray<int>>();
        foreach (var person in people)
        {
            ImmutableArray<int> offered =
            [
                .. Enumerable.Range(0, moments.Length).Where(moment =>
                    people.Append(moments[moment].Host).Any(other => other >= 0 && CanSit(person, other, moments[moment].Start))),
            ];
            if (offered.Length > 0)
            {
                offers[person] = offered;
            }
        }

        return offers;
    }

    private (int Start, int Host)? Best(List<(int Start, int Host)> moments, List<int> hosts)
    {
        (int Start, int Host)? best = null;
        var (bestGain, bestTie) = (LeastGain * roster.Count, 0UL);
        for (var start = 0; start < Week.QuarterHours; start++)
        {
            var host = hosts.Where(host => IsFree(host, start)).DefaultIfEmpty(-1).First();
            if (moments.Exists(moment => book.Touches(moment.Start, start)) || (hosts.Count > 0 && host < 0))
            {
                continue;
            }

            var gain = roster.Everyone.Sum(person => alone[person] * Company(person, start, host));
            var tie = SplitMix64.Of(seed, start, -1);
            if (gain > bestGain || (gain == bestGain && best is not null && tie < bestTie))
            {
                (best, bestGain, bestTie) = ((start, host), gain, tie);
            }
        }

        return best;
    }

    private double Company(int person, int start, int host)
    {
        if (!IsFree(person, start))
        {
            return 0;
        }

        var others = roster.Everyone.Count(other => CanSit(person, other, start));
        var sure = host >= 0 && (person == host ? others > 0 : CanSit(person, host, start));
        var chance = Chances.Tick * (sure ? 1 : Chances.AnyoneOf(others));
        return StartBits.Contains(book.Quiet(person), start) ? chance : chance * Unquiet;
    }

    private bool IsFree(int person, int start) =>
        StartBits.Contains(roster.Online(person), start) || StartBits.Contains(roster.InOffice(person), start);

    private bool CanSit(int person, int other, int start) =>
        roster.ShareStart(person, other, start) && pairs.AllowAtTable(person, other);

    private OpenTablePlan Plan(ImmutableArray<(int Start, int Host)> moments, Dictionary<int, ImmutableArray<int>> invited)
    {
        var guests = Guests(moments).ToLookup(invited.ContainsKey);
        return new OpenTablePlan(
            [.. moments.Select(moment => new TableMoment(Slot(moment.Start), moment.Host < 0 ? null : roster.Members[moment.Host]))],
            new AskPlan(
                [.. guests[true].Select(person =>
                    new Ask(roster.Members[person], [.. invited[person].Select(i => Slot(moments[i].Start))]))],
                [.. guests[false].Select(person => NotAsked.Explain(roster, person, pairs.AllowAtTable))]));
    }

    private Slot Slot(int start) => new(start, rules.GapQuarters);
}
