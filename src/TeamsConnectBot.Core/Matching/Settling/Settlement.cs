using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>
/// The outcome of a round. Everyone who said yes is in exactly one group or left out; in a pool with two sides, possibly in several groups.
/// </summary>
/// <param name="Groups">The connections to make, in chronological order, then by the id of the first member.</param>
/// <param name="LeftOut">Who said yes and could not be matched, by id; they take precedence next time.</param>
public sealed record Settlement(IReadOnlyList<SettledGroup> Groups, IReadOnlyList<PoolMember> LeftOut)
{
    /// <summary>The share of the yeses that are left out, 0 … 1; 0 when nobody said yes.</summary>
    public double LeftOutShare => (double)LeftOut.Count / Math.Max(1, LeftOut.Count + Groups.Sum(group => group.Members.Length));
}
