using NodaTime;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>A person's own busy time that touches a stretch of time, in any order; always the same for the same stretch.</summary>
internal delegate IEnumerable<BusyBlock> BusyTimeOf(Person person, Instant from, Instant to);
