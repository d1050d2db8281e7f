using System.Collections.Immutable;
using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>
/// A schedule with what an organisation and a team took out of it. A single change goes before a public holiday: an occurrence
/// moved away from a holiday takes place.
/// </summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Holidays">Dates without rituals, in the schedule's zone.</param>
/// <param name="Skipped">Planned dates skipped once.</param>
/// <param name="Moved">Occurrences moved once: the planned date, and the local time they begin instead. They keep their length.</param>
public sealed record OccurrenceCalendar(
    RitualSchedule Schedule,
    ImmutableHashSet<LocalDate> Holidays,
    ImmutableHashSet<LocalDate> Skipped,
    ImmutableDictionary<LocalDate, LocalDateTime> Moved)
{
    /// <summary>A schedule with nothing taken out but public holidays.</summary>
    public OccurrenceCalendar(RitualSchedule schedule, ImmutableHashSet<LocalDate> holidays)
        : this(schedule, holidays, [], ImmutableDictionary<LocalDate, LocalDateTime>.Empty)
    {
    }

    /// <summary>
    /// Every occurrence that takes place and begins after a moment, in the order they begin. One that was moved keeps its planned
    /// date in <see cref="Occurrence.Planned"/>, by which it is known.
    /// </summary>
    public IEnumerable<Occurrence> After(Instant moment)
    {
        var moved = new Queue<Occurrence>(MovedOnes().Where(each => each.Start.ToInstant() > moment).OrderBy(each => each.Start.ToInstant()));
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

    /// <summary>The next occurrence that takes place and begins after a moment; null when there is none within its dates.</summary>
    public Occurrence? Next(Instant after) => After(after).Cast<Occurrence?>().FirstOrDefault();

    /// <summary>Whether the occurrence planned on a date takes place then, neither moved, skipped nor on a holiday.</summary>
    public bool TakesPlaceAsPlanned(LocalDate planned) => !Moved.ContainsKey(planned) && !Skipped.Contains(planned) && !Holidays.Contains(planned);

    private IEnumerable<Occurrence> MovedOnes()
    {
        foreach (var (planned, instead) in Moved)
        {
            if (!Skipped.Contains(planned) && Schedule.On(planned) is { } occurrence && LocalTimes.Resolve(instead, Schedule.Zone) is { } start)
            {
                yield return occurrence with { Start = start };
            }
        }
    }
}
