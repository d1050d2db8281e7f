using NodaTime;

namespace TeamsConnectBot.Graph.Events;

/// <summary>The event as it is now in the service mailbox.</summary>
/// <param name="Id">Graph's id.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="Responses">What each attendee answered, by address.</param>
/// <param name="IsCancelled">Whether it was cancelled.</param>
/// <param name="JoinUrl">The Teams link, or null without one.</param>
internal sealed record EventView(
    string Id, Instant Start, Instant End, IReadOnlyList<AttendeeResponse> Responses, bool IsCancelled, string? JoinUrl);

internal sealed record AttendeeResponse(string Mail, EventResponse Response);

/// <summary>What an attendee answered in Outlook.</summary>
internal enum EventResponse
{
    /// <summary>No answer, or none that Graph reports.</summary>
    None,

    Accepted,

    Tentative,

    Declined,
}

/// <summary>An event that exists: created now, or by an earlier attempt with the same transaction id.</summary>
internal sealed record CreatedEvent(string Id, string? JoinUrl);
