using Microsoft.Graph.Models;

namespace TeamsConnectBot.Graph.Events;

/// <summary>A recurring meeting to put into calendars.</summary>
/// <param name="TransactionId">The same for every attempt to create this series, so that Graph creates it once.</param>
/// <param name="Subject">What the calendar shows.</param>
/// <param name="Body">A short plain text, such as an agenda.</param>
/// <param name="Start">When the first occurrence starts.</param>
/// <param name="Minutes">The length of each occurrence.</param>
/// <param name="Zone">The zone in which it recurs.</param>
/// <param name="Recurrence">How it recurs; null for a single occurrence.</param>
/// <param name="Attendees">Whose calendars it goes into.</param>
internal sealed record NewSeries(
    string TransactionId, string Subject, string Body, Instant Start, int Minutes, DateTimeZone Zone, PatternedRecurrence? Recurrence,
    IReadOnlyList<Invitee> Attendees);

/// <summary>One occurrence of a series, as it is in the calendar now.</summary>
/// <param name="Id">Graph's id of this occurrence alone.</param>
/// <param name="OriginalStart">Where the recurrence puts it, even if it was moved.</param>
/// <param name="Start">When it starts.</param>
internal sealed record SeriesInstance(string Id, Instant OriginalStart, Instant Start);
