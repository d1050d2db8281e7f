using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Admin.Overview;

/// <summary>Something that waits for somebody's decision.</summary>
/// <param name="Address">Where it is decided.</param>
/// <param name="Since">Since when it waits.</param>
internal abstract record WaitingItem(string Address, Instant Since);

/// <summary>A version of a rule that waits for the works council.</summary>
internal sealed record WaitingRule(string Address, Instant Since, LocalText Name, int Number) : WaitingItem(Address, Since);

/// <summary>A source of days with AI that waits for the works council.</summary>
internal sealed record WaitingSource(string Address, Instant Since, SignalSource Source) : WaitingItem(Address, Since);

/// <summary>Questions to colleagues in a pool, which wait for the works council.</summary>
internal sealed record WaitingQuestions(string Address, Instant Since, string PoolId) : WaitingItem(Address, Since);

/// <summary>A draft that an admin has not published.</summary>
internal sealed record WaitingDraft(string Address, Instant Since, LocalText Name) : WaitingItem(Address, Since);
