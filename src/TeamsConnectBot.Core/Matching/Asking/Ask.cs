using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>One person to invite, and the gaps their card offers.</summary>
/// <param name="Member">The person.</param>
/// <param name="Gaps">
/// 1 … 3 of their own gaps in order, without overlap, each <see cref="MatchingRules.GapQuarters"/> long, or
/// <see cref="MatchingRules.LunchQuarters"/> where it suits only lunch.
/// </param>
public sealed record Ask(PoolMember Member, ImmutableArray<Slot> Gaps);
