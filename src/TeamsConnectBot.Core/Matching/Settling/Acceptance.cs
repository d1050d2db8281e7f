using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>A yes, with the gaps that were ticked. Someone who said no or did not answer has none.</summary>
/// <param name="Member">Who said yes, with their calendar read again just before the settling.</param>
/// <param name="Ticked">The gaps they ticked; those that are no longer free are ignored.</param>
public sealed record Acceptance(PoolMember Member, ImmutableArray<Slot> Ticked);
