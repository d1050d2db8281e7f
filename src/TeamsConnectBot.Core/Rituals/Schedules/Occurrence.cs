using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>One time a ritual takes place.</summary>
/// <param name="Planned">The local date and time the schedule says; the date is what an occurrence is known by.</param>
/// <param name="Start">When it really begins: later than planned where the clock skips the planned time.</param>
/// <param name="Minutes">How long it lasts, in minutes.</param>
public readonly record struct Occurrence(LocalDateTime Planned, ZonedDateTime Start, int Minutes)
{
    /// <summary>When it ends. Minutes are real ones: an hour across a change of the clock is still an hour.</summary>
    public ZonedDateTime End => Start.PlusMinutes(Minutes);
}
