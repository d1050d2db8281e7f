namespace TeamsConnectBot.Core.Meetings;

/// <summary>What an event did to an invitation.</summary>
/// <param name="State">The new state; after a refused event the unchanged state, which is what the card shows.</param>
/// <param name="Effects">What the transition requires; empty when the event was refused or had already happened.</param>
/// <param name="Accepted">False when the event is not possible in this state.</param>
public readonly record struct InvitationStep(InvitationState State, ImmutableArray<InvitationEffect> Effects, bool Accepted);
