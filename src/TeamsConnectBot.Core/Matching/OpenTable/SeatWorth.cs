using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.Matching.Settling.Fairness;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>
/// Tables by how many people sit at them; a host who stays alone is not left out. Whatever a table's size, it is made of twos and
/// threes: nobody need be looked at in larger groups to know who can be seated.
/// </summary>
/// <param name="roster">The people.</param>
/// <param name="canMeet">Whether two can sit together at one of the moments.</param>
/// <param name="canJoin">Whether a third can sit with two.</param>
/// <param name="isHost">Whether somebody hosts a moment.</param>
/// <param name="rules">Say whether those left out go first.</param>
internal sealed class SeatWorth(
    Roster roster, Func<int, int, bool> canMeet, Func<int, int, int, bool> canJoin, Func<int, bool> isHost, MatchingRules rules)
    : GroupWorth(roster, rules)
{
    private const int Seat = 100;

    protected override bool CanMeet(int one, int other) => canMeet(one, other);

    protected override bool CanJoin(int third, int one, int other) => canJoin(third, one, other);

    protected override int Points(int one, int other) => Points(one) + Points(other);

    protected override int Points(int one, int other, int third) => Points(one) + Points(other) + Points(third);

    private int Points(int person) => isHost(person) ? 1 : Seat;
}
