using System.Collections.Immutable;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>One occurrence of a plan.</summary>
/// <param name="Date">The day according to the rule, which identifies the occurrence even after it was moved.</param>
internal sealed record PlannedTime(LocalDate Date, Instant Start, Instant End)
{
    public Interval Interval => new(Start, End);
}

/// <summary>Calculates when a plan takes place: on its schedule, except for days off, pauses, and skipped or moved occurrences.</summary>
internal sealed class PlanTimes(DaysOff daysOff)
{
    private const int MostDaysMoved = 60;

    // A schedule has a length; that of a question is never shown.
    private const int PostMinutes = 1;

    /// <summary>The first occurrence that starts after a moment; null when there is none.</summary>
    public PlannedTime? Next(RitualPlan plan, Instant after) => Upcoming(plan, after).FirstOrDefault();

    /// <summary>The occurrences that start after a moment, in order.</summary>
    public IEnumerable<PlannedTime> Upcoming(RitualPlan plan, Instant after)
    {
        if (plan.IsEnded)
        {
            return [];
        }

        var from = NotBeforePauseEnds(plan, after);
        return CalendarOf(plan, from.InZone(plan.TimeZone).Year).After(from).Select(TimeOf);
    }

    /// <summary>The given moment, or one second before the pause ends when that is later.</summary>
    public static Instant NotBeforePauseEnds(RitualPlan plan, Instant moment) => plan.PausedUntil is { } until
        ? Instant.Max(moment, plan.TimeZone.AtStartOfDay(until).ToInstant() - Duration.FromSeconds(1))
        : moment;

    /// <summary>The occurrences on the days that somebody named, one list for each possible meaning of their words.</summary>
    /// <returns>One list when the meaning is clear; no list when the ritual does not take place on those days.</returns>
    public IReadOnlyList<IReadOnlyList<PlannedTime>> Meant(RitualPlan plan, DayReading days, Instant now) => days.Times > 0
        ? [[.. Upcoming(plan, now).Take(days.Times)]]
        : [.. days.Spans.Select(span => In(plan, span, now)).Where(found => found.Count > 0)];

    /// <summary>Whether a day is a day off of the organisation, on which no occurrence takes place unless it was moved there.</summary>
    public bool IsDayOff(LocalDate date) => daysOff.OfOrganisation(date.Year).Contains(date);

    /// <summary>When an occurrence is announced.</summary>
    public Instant AnnouncedAt(RitualPlan plan, PlannedTime time) => AnnouncementTimes.Of(time, plan, IsDayOff);

    /// <summary>When the occurrence with this day according to the rule takes place; null when it does not.</summary>
    public PlannedTime? Of(RitualPlan plan, LocalDate date)
    {
        if (plan.IsEnded || ScheduleOf(plan).On(date) is not { } occurrence)
        {
            return null;
        }

        if (plan.Exceptions.FirstOrDefault(exception => exception.Date == date) is { } exception)
        {
            return exception.MovedTo is { } moved ? TimeOf(occurrence with { Start = moved.InZoneLeniently(plan.TimeZone) }) : null;
        }

        return date < plan.PausedUntil || IsDayOff(date) ? null : TimeOf(occurrence);
    }

    public static RitualSchedule ScheduleOf(RitualPlan plan) =>
        RitualSchedule.Parse(plan.Rule.Length == 0 ? null : plan.Rule, plan.First, plan.At, plan.Minutes, plan.TimeZone);

    /// <summary>Makes the plan of a ritual with this schedule.</summary>
    public static RitualPlan PlanOf(RitualSchedule schedule, string name, RitualTemplate template) => new()
    {
        Name = name, Template = template, Rule = schedule.Rrule ?? "", First = schedule.First, At = schedule.Start,
        Minutes = template == RitualTemplate.Question ? PostMinutes : schedule.Minutes, Zone = schedule.Zone.Id,
    };

    // An occurrence is found by the day it takes place on and by the day it was planned on before it was moved.
    private List<PlannedTime> In(RitualPlan plan, DaySpan span, Instant after)
    {
        LocalDate DayOf(PlannedTime time) => time.Start.InZone(plan.TimeZone).Date;
        return
        [
            .. Upcoming(plan, after).TakeWhile(time => DayOf(time) <= span.Last.PlusDays(MostDaysMoved))
                .Where(time => span.Contains(DayOf(time)) || span.Contains(time.Date)),
        ];
    }

    private OccurrenceCalendar CalendarOf(RitualPlan plan, int year) => new(
        ScheduleOf(plan),
        daysOff.OfOrganisation(year),
        [.. plan.Exceptions.Where(exception => exception.MovedTo is null).Select(exception => exception.Date)],
        plan.Exceptions.Where(exception => exception.MovedTo is not null)
            .ToImmutableDictionary(exception => exception.Date, exception => exception.MovedTo!.Value));

    private static PlannedTime TimeOf(ScheduledOccurrence occurrence) =>
        new(occurrence.Planned.Date, occurrence.Start.ToInstant(), occurrence.End.ToInstant());
}
