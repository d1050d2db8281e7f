using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;

namespace TeamsConnectBot.Core.Matching;

/// <summary>Chooses an open table's moments greedily: each adds the most people who can expect company.</summary>
internal sealed class MomentChoice(Roster roster, PairRules pairs, MatchingRules rules, ulong seed)
{
    // A moment for which fewer people more can expect company only spreads the others thin.
    private const double LeastGain = 0.05;
    private const double Unquiet = 0.5;

    private readonly GapBook book = new(roster, rules);
    private readonly double[] alone = [.. Enumerable.Repeat(1.0, roster.Count)];

    public OpenTablePlan Choose(IReadOnlyCollection<string> hosts, CancellationToken cancellationToken)
    {
        var free = hosts.Where(roster.Indexes.ContainsKey).Select(id => roster.Indexes[id]).Distinct().Order().ToList();
        var moments = new List<(int Start, int Host)>();
        while (moments.Count < OpenTable.MostMoments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Best(moments, free) is not { } best)
            {
                break;
            }

            moments.Add(best);
            free.Remove(best.Host);
            foreach (var person in People())
            {
                alone[person] *= 1 - Company(person, best.Start, best.Host);
            }
        }

        return Plan([.. moments.OrderBy(moment => moment.Start)]);
    }

    private IEnumerable<int> People() => Enumerable.Range(0, roster.Count);

    private (int Start, int Host)? Best(List<(int Start, int Host)> moments, List<int> hosts)
    {
        (int Start, int Host)? best = null;
        var (bestGain, bestTie) = (LeastGain * roster.Count, 0UL);
        for (var start = 0; start < Week.QuarterHours; start++)
        {
            if (moments.Exists(moment => book.Touches(moment.Start, start)))
            {
                continue;
            }

            var host = hosts.Where(host => IsFree(host, start)).DefaultIfEmpty(-1).First();
            if (hosts.Count > 0 && host < 0)
            {
                continue;
            }

            var gain = People().Sum(person => alone[person] * Company(person, start, host));
            var tie = Mix.Of(seed, start, -1);
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

        var others = People().Count(other => CanSit(person, other, start));
        var sure = host >= 0 && (person == host ? others > 0 : CanSit(person, host, start));
        var chance = Chances.Tick * (sure ? 1 : Chances.AnyoneOf(others));
        return StartBits.Contains(book.Quiet(person), start) ? chance : chance * Unquiet;
    }

    private bool IsFree(int person, int start) =>
        StartBits.Contains(roster.Online(person), start) || StartBits.Contains(roster.InOffice(person), start);

    private bool CanSit(int person, int other, int start) =>
        roster.ShareStart(person, other, start) && pairs.AllowAtTable(person, other);

    private OpenTablePlan Plan(ImmutableArray<(int Start, int Host)> moments)
    {
        var asks = new List<Ask>();
        var notAsked = new List<NotAsked>();
        foreach (var person in People().Where(person => !moments.Any(moment => moment.Host == person)))
        {
            var member = roster.Members[person];
            ImmutableArray<Slot> gaps =
            [
                .. moments.Where(moment => People().Any(other => CanSit(person, other, moment.Start))).Select(moment => Moment(moment.Start)),
            ];
            if (gaps.Length > 0)
            {
                asks.Add(new Ask(member, gaps));
            }
            else
            {
                notAsked.Add(new NotAsked(member, Reason(person)));
            }
        }

        return new OpenTablePlan
        {
            Moments = [.. moments.Select(moment => new TableMoment(Moment(moment.Start), moment.Host < 0 ? null : roster.Members[moment.Host]))],
            Asks = new AskPlan { Asks = asks, NotAsked = notAsked, Weight = 0, UpperBound = 0 },
        };
    }

    private Slot Moment(int start) => new(start, rules.GapQuarters);

    private NotAskedReason Reason(int person)
    {
        if (!roster.HasGap(person))
        {
            return NotAskedReason.NoGap;
        }

        return People().Any(other => pairs.AllowAtTable(person, other)) ? NotAskedReason.NobodyShares : NotAskedReason.NobodyAllowed;
    }
}
