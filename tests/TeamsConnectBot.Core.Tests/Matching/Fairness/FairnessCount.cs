using TeamsConnectBot.Core.Matching.OpenTable;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Tests.Matching.Simulation;

namespace TeamsConnectBot.Core.Tests.Matching.Fairness;

/// <summary>Counts who was left out twice in a row, and for how many of them that was avoidable.</summary>
internal sealed class FairnessCount
{
    /// <summary>With more yeses than this, not every division is tried.</summary>
    private const int Most = 14;

    public int LeftOutTwice { get; private set; }

    public int Avoidable { get; private set; }

    /// <summary>How many more people were left out than necessary, twice in a row or not.</summary>
    public int TooMany { get; private set; }

    public void Note(SettledWeek settled)
    {
        var twice = settled.Settlement.LeftOut.Count(left => left.TurnsLeftOut > 0);
        LeftOutTwice += twice;
        if (settled.Yeses.Count > Most)
        {
            return;
        }

        var division = Division(settled);
        TooMany += Math.Max(0, settled.Settlement.LeftOut.Count - division.Least());
        Avoidable += Math.Max(0, twice - division.LeastTwice());
    }

    public override string ToString() =>
        $"left out twice {LeftOutTwice}, avoidable {Avoidable}, too many {TooMany}";

    private static EveryDivision Division(SettledWeek settled)
    {
        var history = settled.History;
        if (settled.Table is null)
        {
            return new EveryDivision(
                settled.Week, settled.Yeses, 3, (one, other) =>
                    Pools.MayMeet(one.Member, other.Member, history, new()), new HashSet<string>());
        }

        List<Acceptance> hosts =
        [
            .. settled.Table.Moments.Where(moment => moment.Host is not null && settled.Yeses.All(yes => yes.Member.Id != moment.Host.Id))
                .Select(moment => new Acceptance(moment.Host! with { TurnsLeftOut = 0 }, [moment.Slot])),
        ];
        return new EveryDivision(
            settled.Week,
            [.. settled.Yeses, .. hosts],
            OpenTable.Seats,
            (one, other) => Pools.MaySit(one.Member, other.Member, history),
            hosts.Select(host => host.Member.Id).ToHashSet());
    }
}
