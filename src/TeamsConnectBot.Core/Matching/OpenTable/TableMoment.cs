using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Matching.OpenTable;

/// <summary>A moment the whole pool is invited to.</summary>
/// <param name="Slot">When.</param>
/// <param name="Host">The volunteer who already said yes to hosting it, so that a yes to it never ends alone; null when nobody volunteered who is free at any moment.</param>
public sealed record TableMoment(Slot Slot, PoolMember? Host);
