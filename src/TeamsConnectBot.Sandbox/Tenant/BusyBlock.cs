namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Busy time in a person's calendar that comes from the organisation, not from the service.</summary>
internal readonly record struct BusyBlock(Instant Start, Instant End, BusyStatus Status, bool AllDay = false);
