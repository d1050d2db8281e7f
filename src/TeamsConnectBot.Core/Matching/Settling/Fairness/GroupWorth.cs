using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Settling.Fairness;

/// <summary>What a group of two or three is worth where places are few: first that nobody is left out twice in a row, then the rest.</summary>
internal abstract class GroupWorth(Roster roster, MatchingRules rules)
{
    /// <summary>What no group is worth: the people may not or cannot meet.</summary>
    public const long None = -1;

    // More than all points of any neighbourhood together, so that no quality is bought with a second time alone. One person
    // more counts first, then who waited longest.
    private const int TurnShift = 32;
    private const int AnyTurn = 16;
    private const int MostTurns = 3;

    protected Roster Roster => roster;

    public long Of(int one, int other) => CanMeet(one, other) ? Points(one, other) + First(one) + First(other) : None;

    public long Of(int one, int other, int third) => CanMeet(one, other) && CanJoin(third, one, other)
        ? Points(one, other, third) + First(one) + First(other) + First(third)
        : None;

    protected abstract bool CanMeet(int one, int other);

    /// <summary>Whether a third can join two who can meet.</summary>
    protected abstract bool CanJoin(int third, int one, int other);

    protected abstract int Points(int one, int other);

    protected abstract int Points(int one, int other, int third);

    private long First(int person)
    {
        var turns = rules.Weights.TurnLeftOut > 0 ? Math.Clamp(roster.Members[person].TurnsLeftOut, 0, MostTurns) : 0;
        return turns > 0 ? (long)(AnyTurn + turns) << TurnShift : 0;
    }
}
