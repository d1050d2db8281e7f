using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling.Fairness;

/// <summary>Pairs and trios by their weight. A third person adds less than a pair, so that four pairs beat three trios.</summary>
internal sealed class PairWorth(Roster roster, PairRules pairs, PairWeigher weigher, MatchingRules rules) : GroupWorth(roster, rules)
{
    private const int ThirdPerson = 2_500;

    protected override bool CanMeet(int one, int other) => pairs.Allow(one, other) && Roster.ShareGap(one, other);

    protected override bool CanJoin(int third, int one, int other) => Trios.CanJoin(Roster, pairs, third, (one, other));

    protected override int Points(int one, int other) => weigher.Points(one, other);

    protected override int Points(int one, int other, int third) =>
        ThirdPerson + Math.Max(Points(one, other), Math.Max(Points(one, third), Points(other, third)));
}
