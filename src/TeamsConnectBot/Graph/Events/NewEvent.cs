namespace TeamsConnectBot.Graph.Events;

/// <summary>A meeting to put into calendars. It says only who comes, when and where.</summary>
/// <param name="TransactionId">The same for every attempt to create this meeting, so that Graph creates it once; derive it from the
/// meeting's id.</param>
/// <param name="Subject">What the calendar shows: only the offer, such as <i>Koffie</i>.</param>
/// <param name="Body">A short description, in plain text.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends.</param>
/// <param name="Zone">The zone it is shown in.</param>
/// <param name="Attendees">Everyone who comes.</param>
/// <param name="Place">A meeting point, or null for a Teams meeting.</param>
internal sealed record NewEvent(
    string TransactionId, string Subject, string Body, Instant Start, Instant End, DateTimeZone Zone,
    IReadOnlyList<Invitee> Attendees, string? Place);

internal sealed record Invitee(string Mail, string Name);
