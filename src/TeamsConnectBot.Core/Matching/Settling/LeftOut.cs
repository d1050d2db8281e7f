using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>Someone who said yes and could not be brought together with anyone; they go first next time.</summary>
/// <param name="Member">Who.</param>
/// <param name="Reason">Why; for the round's record, never shown.</param>
public sealed record LeftOut(PoolMember Member, LeftOutReason Reason);
