using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Connections;

/// <summary>What an event did to a connection.</summary>
/// <param name="Connection">The connection now; of a refused event as it was, which is what the card shows.</param>
/// <param name="Effects">What must follow, in this order; empty when the event was refused or had already happened.</param>
/// <param name="Accepted">False when the event can't happen in this state, or comes from somebody who isn't in it.</param>
public readonly record struct ConnectionStep(Connection Connection, ImmutableArray<ConnectionEffect> Effects, bool Accepted);
