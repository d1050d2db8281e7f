using Microsoft.Graph.Models;
using NodaTime;

namespace TeamsConnectBot.Graph.Events;

/// <summary>A recurring meeting to put into calendars.</summary>
/// <param name="TransactionId">The same for every attempt at the same series, so that Graph makes it once.</param>
/// <param name="Subject">What the calendar shows.</param>
/// <param name="Body">A short plain text, such as an agenda.</param>
/// <param name="Start">When its first time starts.</param>
/// <param name="Minutes">How long each lasts.</param>
/// <param name="Zone">The zone in which it recurs.</param>
/// <param name="Recurrence">How it recurs; null for a single time.</param>
/// <param name="Attendees">Whose calendars it goes into.</param>
internal sealed record NewSeries(
    string TransactionId,
    string Subject,
    string Body,
    Instant Start,
    int Minutes,
    DateTimeZone Zone,
    PatternedRecurrence? Recurrence,
    IReadOnlyList<Attendee> Attendees);

/// <summary>One time of a series as it stands in the calendar.</summary>
/// <param name="Id">Graph's id of this time alone.</param>
/// <param name="OriginalStart">Where the series puts it, also when it was moved.</param>
/// <param name="Start">When it starts.</param>
internal sealed record SeriesInstance(string Id, Instant OriginalStart, Instant Start);
