namespace TeamsConnectBot.Core.Meetings;

/// <summary>What an event did to a connection.</summary>
/// <param name="Meeting">The new connection; after a refused event the unchanged one, which is what the card shows.</param>
/// <param name="Effects">What the transition requires, in this order; empty when the event was refused or had already happened.</param>
/// <param name="Accepted">False when the event is not possible in this state, or comes from somebody who is not in the connection.</param>
public readonly record struct MeetingStep(Meeting Meeting, ImmutableArray<MeetingEffect> Effects, bool Accepted);
