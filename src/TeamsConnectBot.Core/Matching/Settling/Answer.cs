using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Settling;

/// <summary>A yes, with the gaps that were ticked. A no and silence are simply not there.</summary>
/// <param name="Member">Who said yes, with the calendar read again just before the settling.</param>
/// <param name="Ticked">The gaps they ticked; one that is no longer free is passed over.</param>
public sealed record Answer(PoolMember Member, ImmutableArray<Slot> Ticked);
