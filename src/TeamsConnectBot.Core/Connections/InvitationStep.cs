using System.Collections.Immutable;

namespace TeamsConnectBot.Core.Connections;

/// <summary>What an event did to an invitation.</summary>
/// <param name="State">The state now; of a refused event the state as it was, which is what the card shows.</param>
/// <param name="Effects">What must follow; empty when the event was refused or had already happened.</param>
/// <param name="Accepted">False when the event can't happen in this state.</param>
public readonly record struct InvitationStep(InvitationState State, ImmutableArray<InvitationEffect> Effects, bool Accepted);
