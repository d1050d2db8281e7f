using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling.Fairness;

/// <summary>
/// What a group of two or three is worth when not everybody can be placed: that nobody is left out twice in a row counts most, and
/// everything else comes second.
/// </summary>
internal abstract class GroupWorth(Roster roster, MatchingRules rules)
{
    /// <summary>The value of an impossible group: the people may not or cannot meet.</summary>
    public const long None = -1;

    // More than all points of any neighbourhood together, so that no quality outweighs leaving someone out a second time. The number of
    // people counts first, then who waited longest.
    private const int TurnShift = 32;
    private const int AnyTurn = 16;
    private const int MostTurns = 3;

    protected Roster Roster => roster;

    public long Of(int one, int other) => CanMeet(one, other) ? Points(one, other) + Precedence(one) + Precedence(other) : None;

    public long Of(int one, int other, int third) => CanMeet(one, other) && CanJoin(third, one, other)
        ? Points(one, other, third) + Precedence(one) + Precedence(other) + Precedence(third)
        : None;

    protected abstract bool CanMeet(int one, int other);

    /// <summary>Whether a third person can join two who can meet.</summary>
    protected abstract bool CanJoin(int third, int one, int other);

    protected abstract int Points(int one, int other);

    protected abstract int Points(int one, int other, int third);

    private long Precedence(int person)
    {
        var turns = rules.Weights.TurnLeftOut > 0 ? Math.Clamp(roster.Members[person].TurnsLeftOut, 0, MostTurns) : 0;
        return turns > 0 ? (long)(AnyTurn + turns) << TurnShift : 0;
    }
}
