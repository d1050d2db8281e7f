using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>A moment to which the whole pool is invited.</summary>
/// <param name="Slot">When.</param>
/// <param name="Host">
/// The volunteer who has already said yes to hosting it, so that nobody who chooses it is left alone; null when no volunteer is free at any
/// moment.
/// </param>
public sealed record TableMoment(Slot Slot, PoolMember? Host);
