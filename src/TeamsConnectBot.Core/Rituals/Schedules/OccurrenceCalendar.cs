namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>
/// A schedule without the dates that an organisation or a team took out of it. A move overrules a public holiday: an occurrence that
/// was moved away from a holiday takes place.
/// </summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Holidays">Dates without rituals, in the schedule's zone.</param>
/// <param name="Skipped">Planned dates that are skipped once.</param>
/// <param name="Moved">Occurrences that are moved once: the planned date, and the new local start. They keep their length.</param>
public sealed record OccurrenceCalendar(
    RitualSchedule Schedule,
    ImmutableHashSet<LocalDate> Holidays,
    ImmutableHashSet<LocalDate> Skipped,
    ImmutableDictionary<LocalDate, LocalDateTime> Moved)
{
    /// <summary>
    /// Every occurrence that takes place and begins after a moment, in order of start. A moved occurrence keeps its planned date in
    /// <see cref="ScheduledOccurrence.Planned"/>, which identifies it.
    /// </summary>
    public IEnumerable<ScheduledOccurrence> After(Instant moment)
    {
        var moved = new Queue<ScheduledOccurrence>(
            MovedOccurrences().Where(each => each.Start.ToInstant() > moment).OrderBy(each => each.Start.ToInstant()));
        foreach (var occurrence in Schedule.After(moment).Where(each => TakesPlaceAsPlanned(each.Planned.Date)))
        {
            while (moved.TryPeek(out var earlier) && earlier.Start.ToInstant() < occurrence.Start.ToInstant())
            {
                yield return moved.Dequeue();
            }

            yield return occurrence;
        }

        foreach (var last in moved)
        {
            yield return last;
        }
    }

    /// <summary>Whether the occurrence planned on a date takes place on it: not moved, not skipped and not on a holiday.</summary>
    public bool TakesPlaceAsPlanned(LocalDate planned) =>
        !Moved.ContainsKey(planned) && !Skipped.Contains(planned) && !Holidays.Contains(planned);

    private IEnumerable<ScheduledOccurrence> MovedOccurrences() =>
        from move in Moved
        where !Skipped.Contains(move.Key)
        let occurrence = Schedule.On(move.Key)
        let start = LocalTimes.Resolve(move.Value, Schedule.Zone)
        where occurrence is not null && start is not null
        select occurrence.Value with { Start = start.Value };
}
