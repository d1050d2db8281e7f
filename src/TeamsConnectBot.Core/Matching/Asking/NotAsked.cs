using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>Someone who gets no invitation this round. For the round's record; the person is shown nothing.</summary>
/// <param name="Member">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record NotAsked(PoolMember Member, NotAskedReason Reason);
