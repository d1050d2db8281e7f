using TeamsConnectBot.Core.Matching.Candidates;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Someone who gets no invitation this round. For the round's record; nothing of it is shown to the person.</summary>
/// <param name="Member">The person.</param>
/// <param name="Reason">Why not.</param>
public sealed record NotAsked(PoolMember Member, NotAskedReason Reason)
{
    internal static NotAsked Explain(Roster roster, int person, Func<int, int, bool> allow) => new(
        roster.Members[person],
        !roster.HasGap(person) ? NotAskedReason.NoGap
            : roster.Everyone.Any(other => allow(person, other)) ? NotAskedReason.NobodyShares
            : NotAskedReason.NobodyAllowed);
}
