using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>People who all said yes, brought together.</summary>
/// <param name="Members">Two or three people by id; at an open table two or more.</param>
/// <param name="Slot">When: a gap each of them ticked and still has free.</param>
/// <param name="Place">Where.</param>
public sealed record SettledGroup(ImmutableArray<PoolMember> Members, Slot Slot, MeetingPlace Place)
{
    /// <summary>At an open table: the volunteer who hosts it, one of the members; null elsewhere or when nobody volunteered.</summary>
    public string? HostId { get; init; }
}
