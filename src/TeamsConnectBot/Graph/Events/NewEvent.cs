using NodaTime;

namespace TeamsConnectBot.Graph.Events;

/// <summary>A meeting to put into calendars. It names nothing but who, when and where.</summary>
/// <param name="TransactionId">The same for every attempt at the same meeting, so that Graph makes it once; derive it from the connection.</param>
/// <param name="Subject">What the calendar shows: just the kind, such as <i>Koffie</i>.</param>
/// <param name="Body">A short plain text.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="Zone">The zone it is shown in.</param>
/// <param name="Attendees">Everyone who comes.</param>
/// <param name="Place">A meeting point, or null for a Teams meeting.</param>
internal sealed record NewEvent(
    string TransactionId,
    string Subject,
    string Body,
    Instant Start,
    Instant End,
    DateTimeZone Zone,
    IReadOnlyList<Attendee> Attendees,
    string? Place);

/// <summary>Someone who comes.</summary>
internal sealed record Attendee(string Mail, string Name);
