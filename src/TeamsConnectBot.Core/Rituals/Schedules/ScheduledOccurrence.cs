namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>One occurrence of a ritual.</summary>
/// <param name="Planned">The scheduled local date and time; the date identifies the occurrence.</param>
/// <param name="Start">When it really begins: later than planned if the clock skips the planned time.</param>
/// <param name="Minutes">Its length in minutes.</param>
public readonly record struct ScheduledOccurrence(LocalDateTime Planned, ZonedDateTime Start, int Minutes)
{
    /// <summary>When it ends. The length is elapsed time: an hour across a clock change is still an hour.</summary>
    public ZonedDateTime End => Start.PlusMinutes(Minutes);
}
