namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>What an event did to a question.</summary>
/// <param name="State">The new state; after a refused event the unchanged state, which is what the card shows.</param>
/// <param name="Effects">What the transition requires, in this order; empty when the event was refused or had already happened.</param>
/// <param name="Accepted">False when the event is not possible in this state.</param>
public readonly record struct HelpRequestStep(HelpRequestState State, ImmutableArray<HelpRequestEffect> Effects, bool Accepted);
