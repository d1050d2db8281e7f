using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Tests.Matching.Simulation;

namespace TeamsConnectBot.Core.Tests.Matching.Fairness;

/// <summary>Counts who was left out twice in a row, for how many that was avoidable, and why the others were.</summary>
internal sealed class FairnessCount
{
    /// <summary>More yeses than this are not divided in every way.</summary>
    private const int Most = 14;

    private readonly SortedDictionary<LeftOutReason, int> unavoidable = [];

    public int LeftOutTwice { get; private set; }

    public int Avoidable { get; private set; }

    /// <summary>How many more were left out than had to be, twice in a row or not.</summary>
    public int TooMany { get; private set; }

    public void Note(SettledWeek settled)
    {
        var twice = settled.Settlement.LeftOut.Where(left => left.Member.TurnsLeftOut > 0).ToList();
        LeftOutTwice += twice.Count;
        if (settled.Yeses.Count > Most)
        {
            return;
        }

        var division = Division(settled);
        TooMany += Math.Max(0, settled.Settlement.LeftOut.Count - division.Least());
        var avoidable = Math.Max(0, twice.Count - division.LeastTwice());
        Avoidable += avoidable;
        if (avoidable > 0)
        {
            return;
        }

        foreach (var left in twice)
        {
            unavoidable[left.Reason] = unavoidable.GetValueOrDefault(left.Reason) + 1;
        }
    }

    public override string ToString() =>
        $"left out twice {LeftOutTwice}, avoidable {Avoidable}, others {string.Join(", ", unavoidable.Select(reason => $"{reason.Key} {reason.Value}"))}, too many {TooMany}";

    private static EveryDivision Division(SettledWeek settled)
    {
        var history = settled.History;
        if (settled.Table is null)
        {
            return new EveryDivision(settled.Week, settled.Yeses, 3, (one, other) => Pools.MayMeet(one.Member, other.Member, history, new()), new HashSet<string>());
        }

        List<Answer> hosts =
        [
            .. settled.Table.Moments.Where(moment => moment.Host is not null && settled.Yeses.All(yes => yes.Member.Id != moment.Host.Id))
                .Select(moment => new Answer(moment.Host! with { TurnsLeftOut = 0 }, [moment.Slot])),
        ];
        return new EveryDivision(
            settled.Week,
            [.. settled.Yeses, .. hosts],
            new MatchingRules().TableSeats,
            (one, other) => Pools.MaySit(one.Member, other.Member, history),
            hosts.Select(host => host.Member.Id).ToHashSet());
    }
}
