using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching;

/// <summary>Someone who gets no invitation this round. For the round's record; nothing of it is shown to the person.</summary>
/// <param name="Member">The person.</param>
/// <param name="Reason">Why not.</param>
public sealed record NotAsked(PoolMember Member, NotAskedReason Reason);
