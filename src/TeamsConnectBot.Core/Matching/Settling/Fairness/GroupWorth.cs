namespace TeamsConnectBot.Core.Matching;

/// <summary>
/// What a pair or a trio is worth when places are few: first that nobody is left out twice in a row, then the weights. A third
/// person adds less than a pair, so that four pairs beat three trios.
/// </summary>
internal sealed class GroupWorth(Roster roster, PairRules pairs, PairWeigher weigher)
{
    /// <summary>What no group is worth: the people may not or cannot meet.</summary>
    public const long None = -1;

    private const int ThirdPerson = 2_500;

    // More than the weights of any neighbourhood together, so that no quality is bought with a second time alone. One person
    // more counts first, then who waited longest.
    private const long TurnShift = 32;
    private const int AnyTurn = 16;

    public long Of(int one, int other) => pairs.Allow(one, other) && roster.ShareGap(one, other)
        ? weigher.Points(one, other) + First(one) + First(other)
        : None;

    public long Of(int one, int other, int third)
    {
        if (!pairs.Allow(one, other) || !Trios.CanJoin(roster, pairs, third, (one, other)))
        {
            return None;
        }

        var points = Math.Max(weigher.Points(one, other), Math.Max(weigher.Points(one, third), weigher.Points(other, third)));
        return points + ThirdPerson + First(one) + First(other) + First(third);
    }

    private long First(int person) =>
        weigher.Turns(person) is > 0 and var turns ? (long)(AnyTurn + turns) << (int)TurnShift : 0;
}
