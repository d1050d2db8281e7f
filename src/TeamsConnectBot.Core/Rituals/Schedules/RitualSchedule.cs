using NodaTime;

namespace TeamsConnectBot.Core.Rituals.Schedules;

/// <summary>When a ritual takes place: its rule, its first date, its local time, its length and its zone.</summary>
public sealed record RitualSchedule
{
    /// <summary>The longest a ritual may last, in minutes: twelve hours.</summary>
    public const int MostMinutes = 12 * 60;

    /// <summary>Makes a schedule.</summary>
    /// <param name="rule">The dates it recurs on; null when it takes place once.</param>
    /// <param name="first">The first date; one of the rule's own dates.</param>
    /// <param name="start">The local time it begins, in whole minutes.</param>
    /// <param name="minutes">How long it lasts, 1 … <see cref="MostMinutes"/>.</param>
    /// <param name="zone">The zone the date and time are meant in.</param>
    /// <exception cref="ArgumentException">The rule is none, the first date is not one of its dates, or the length is out of range.</exception>
    public RitualSchedule(RecurrenceRule? rule, LocalDate first, LocalTime start, int minutes, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (rule?.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(rule));
        }

        if (minutes is < 1 or > MostMinutes)
        {
            throw new ArgumentOutOfRangeException(nameof(minutes), minutes, $"A ritual lasts 1 to {MostMinutes} minutes.");
        }

        if (rule is not null && OccurrenceDates.From(rule, first, first).FirstOrDefault(first.PlusDays(1)) != first)
        {
            throw new ArgumentException($"{first:uuuu-MM-dd} is no date of the rule.", nameof(first));
        }

        (Rule, First, Start, Minutes, Zone) = (rule, first, new LocalTime(start.Hour, start.Minute), minutes, zone);
    }

    /// <summary>The dates it recurs on; null when it takes place once.</summary>
    public RecurrenceRule? Rule { get; }

    /// <summary>The first date.</summary>
    public LocalDate First { get; }

    /// <summary>The local time it begins.</summary>
    public LocalTime Start { get; }

    /// <summary>How long it lasts, in minutes.</summary>
    public int Minutes { get; }

    /// <summary>The zone its date and time are meant in.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The rule as RFC 5545 text without DTSTART, such as <c>FREQ=WEEKLY;BYDAY=FR</c>; null when it takes place once.</summary>
    public string? Rrule => Rule is null ? null : RruleText.Write(Rule, Zone);

    /// <summary>
    /// The schedule of a rule from its first date whose occurrence begins after a moment, not before a date.
    /// </summary>
    /// <returns>Null when the rule has no such date.</returns>
    public static RitualSchedule? Beginning(RecurrenceRule rule, LocalDate notBefore, Instant after, LocalTime start, int minutes, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(zone);
        var from = LocalDate.Max(notBefore, after.InZone(zone).Date);

        // An interval counts from its first date, so that is found with the interval left out: the nearest one begins.
        var nearest = OccurrenceDates.From(rule with { Interval = 1, Count = null }, from, from)
            .Where(date => LocalTimes.Resolve(date + start, zone) is { } moment && moment.ToInstant() > after)
            .Take(1).ToList();
        return nearest.Count == 0 ? null : new RitualSchedule(rule, nearest[0], start, minutes, zone);
    }

    /// <summary>Reads a schedule back from its stored parts.</summary>
    /// <param name="rrule">As <see cref="Rrule"/> wrote it; null when it takes place once.</param>
    /// <param name="first">The first date.</param>
    /// <param name="start">The local time it begins.</param>
    /// <param name="minutes">How long it lasts.</param>
    /// <param name="zone">The zone.</param>
    /// <exception cref="FormatException">The rule can't be read.</exception>
    /// <exception cref="ArgumentException">The parts don't belong together.</exception>
    public static RitualSchedule Parse(string? rrule, LocalDate first, LocalTime start, int minutes, DateTimeZone zone) =>
        new(rrule is null ? null : RruleText.Parse(rrule, zone), first, start, minutes, zone);

    /// <summary>Every occurrence that begins after a moment, in order; endless where the rule has no end.</summary>
    public IEnumerable<Occurrence> After(Instant moment)
    {
        // A day earlier, because a planned time in a gap begins later than planned.
        var notBefore = moment < Zone.AtStartOfDay(First).ToInstant() ? First : LocalDate.Max(First, moment.InZone(Zone).Date.PlusDays(-2));
        return Dates(notBefore).Select(AsOccurrence).OfType<Occurrence>().Where(each => each.Start.ToInstant() > moment);
    }

    /// <summary>The next occurrence that begins after a moment; null when there is none.</summary>
    public Occurrence? Next(Instant after) => After(after).Cast<Occurrence?>().FirstOrDefault();

    /// <summary>The occurrence of a date; null when the schedule has none on that date, or the date doesn't exist in the zone.</summary>
    public Occurrence? On(LocalDate date) => Dates(date).FirstOrDefault(LocalDate.MaxIsoValue) == date ? AsOccurrence(date) : null;

    private IEnumerable<LocalDate> Dates(LocalDate notBefore) =>
        Rule is null ? First >= notBefore ? [First] : [] : OccurrenceDates.From(Rule, First, notBefore);

    private Occurrence? AsOccurrence(LocalDate date) =>
        LocalTimes.Resolve(date + Start, Zone) is { } moment ? new Occurrence(date + Start, moment, Minutes) : null;
}
