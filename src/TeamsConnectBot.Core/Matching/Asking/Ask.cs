using System.Collections.Immutable;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.Asking;

/// <summary>One person to invite, and the gaps the card offers.</summary>
/// <param name="Member">Whom to invite.</param>
/// <param name="Gaps">1 … 3 of their own gaps, in order of time, each <see cref="MatchingRules.GapQuarters"/> long; none overlaps another.</param>
public sealed record Ask(PoolMember Member, ImmutableArray<Slot> Gaps);
