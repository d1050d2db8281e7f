namespace TeamsConnectBot.Graph.Events;

/// <summary>The event as it is now in the service mailbox.</summary>
/// <param name="Id">Graph's id.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="Declined">The attendees who declined.</param>
/// <param name="IsCancelled">Whether it was cancelled.</param>
internal sealed record EventView(string Id, Instant Start, Instant End, IReadOnlyList<EventDecline> Declined, bool IsCancelled);

/// <summary>An attendee who declined.</summary>
/// <param name="Mail">Their address.</param>
/// <param name="At">When they did; null when Graph does not say.</param>
internal sealed record EventDecline(string Mail, Instant? At);

/// <summary>An event that exists: created now, or by an earlier attempt with the same transaction id.</summary>
internal sealed record CreatedEvent(string Id, string? JoinUrl);
