using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Time somebody's calendar has taken, from the organisation itself.</summary>
internal readonly record struct BusyBlock(Instant Start, Instant End, BusyStatus Status, bool AllDay = false);
