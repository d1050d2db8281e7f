namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>When a ritual takes place: its rule, first date, local time, length and zone.</summary>
public sealed record RitualSchedule
{
    /// <summary>The maximum length of a ritual in minutes: twelve hours.</summary>
    public const int MaxMinutes = 12 * 60;

    /// <summary>Creates a schedule.</summary>
    /// <param name="rule">The dates it recurs on; null if it takes place once.</param>
    /// <param name="first">The first date; one of the rule's own dates.</param>
    /// <param name="start">The local time it begins, in whole minutes.</param>
    /// <param name="minutes">Its length, 1 … <see cref="MaxMinutes"/>.</param>
    /// <param name="zone">The zone of the date and the time.</param>
    /// <exception cref="ArgumentException">The rule is invalid or excludes the first date, or the length is out of range.</exception>
    public RitualSchedule(RecurrenceRule? rule, LocalDate first, LocalTime start, int minutes, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (rule?.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(rule));
        }

        if (minutes is < 1 or > MaxMinutes)
        {
            throw new ArgumentOutOfRangeException(nameof(minutes), minutes, $"A ritual lasts 1 to {MaxMinutes} minutes.");
        }

        if (rule is not null && OccurrenceDates.From(rule, first, first).FirstOrDefault(first.PlusDays(1)) != first)
        {
            throw new ArgumentException($"{first:uuuu-MM-dd} is not a date of the rule.", nameof(first));
        }

        (Rule, First, Start, Minutes, Zone) = (rule, first, new LocalTime(start.Hour, start.Minute), minutes, zone);
    }

    /// <summary>The dates it recurs on; null if it takes place once.</summary>
    public RecurrenceRule? Rule { get; }

    /// <summary>The first date.</summary>
    public LocalDate First { get; }

    /// <summary>The local time it begins.</summary>
    public LocalTime Start { get; }

    /// <summary>Its length in minutes.</summary>
    public int Minutes { get; }

    /// <summary>The zone of its dates and time.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The rule as RFC 5545 text without DTSTART, such as <c>FREQ=WEEKLY;BYDAY=FR</c>; null if it takes place once.</summary>
    public string? Rrule => Rule is null ? null : RruleText.Write(Rule, Zone);

    /// <summary>The schedule of a rule that begins on its first date with an occurrence after a moment, and not before a date.</summary>
    /// <returns>Null if the rule has no such date.</returns>
    public static RitualSchedule? Beginning(
        RecurrenceRule rule, LocalDate notBefore, Instant after, LocalTime start, int minutes, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(zone);
        var from = LocalDate.Max(notBefore, after.InZone(zone).Date);

        // An interval counts from the first date. To find that date, the nearest one, the interval is left out.
        var nearest = OccurrenceDates.From(rule with { Interval = 1, Count = null }, from, from)
            .Where(date => LocalTimes.Resolve(date + start, zone)?.ToInstant() > after).Cast<LocalDate?>().FirstOrDefault();
        return nearest is { } first ? new RitualSchedule(rule, first, start, minutes, zone) : null;
    }

    /// <summary>Reads a schedule back from its stored parts.</summary>
    /// <param name="rrule">The rule as written by <see cref="Rrule"/>; null if it takes place once.</param>
    /// <param name="first">The first date.</param>
    /// <param name="start">The local time it begins.</param>
    /// <param name="minutes">Its length.</param>
    /// <param name="zone">The zone.</param>
    /// <exception cref="FormatException">The rule cannot be read.</exception>
    /// <exception cref="ArgumentException">The parts do not belong together.</exception>
    public static RitualSchedule Parse(string? rrule, LocalDate first, LocalTime start, int minutes, DateTimeZone zone) =>
        new(rrule is null ? null : RruleText.Parse(rrule, zone), first, start, minutes, zone);

    /// <summary>Every occurrence that begins after a moment, in order; an endless sequence if the rule has no end.</summary>
    public IEnumerable<ScheduledOccurrence> After(Instant moment)
    {
        // Two days earlier: an occurrence at a local time that the clock skips begins later than planned, perhaps on the next date.
        var notBefore = moment < Zone.AtStartOfDay(First).ToInstant() ? First : LocalDate.Max(First, moment.InZone(Zone).Date.PlusDays(-2));
        return Dates(notBefore).Select(AsOccurrence).OfType<ScheduledOccurrence>().Where(each => each.Start.ToInstant() > moment);
    }

    /// <summary>The next occurrence that begins after a moment; null if there is none.</summary>
    public ScheduledOccurrence? Next(Instant after) => After(after).Cast<ScheduledOccurrence?>().FirstOrDefault();

    /// <summary>The occurrence of a date; null if the schedule does not have that date or the zone skips it.</summary>
    public ScheduledOccurrence? On(LocalDate date) =>
        Dates(date).FirstOrDefault(LocalDate.MaxIsoValue) == date ? AsOccurrence(date) : null;

    private IEnumerable<LocalDate> Dates(LocalDate notBefore) =>
        Rule is null ? First >= notBefore ? [First] : [] : OccurrenceDates.From(Rule, First, notBefore);

    private ScheduledOccurrence? AsOccurrence(LocalDate date) =>
        LocalTimes.Resolve(date + Start, Zone) is { } moment ? new ScheduledOccurrence(date + Start, moment, Minutes) : null;
}
