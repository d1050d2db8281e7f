using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Holidays;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Cards.Rituals;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>One time of a plan.</summary>
/// <param name="Date">The day the rule gives; what it is known by, also when it was moved.</param>
internal sealed record PlannedTime(LocalDate Date, Instant Start, Instant End);

/// <summary>When a plan takes place: its schedule without holidays, pauses and what was left out, and with what was moved.</summary>
internal sealed class PlanTimes(DaysOff daysOff)
{
    private const int MostDaysMoved = 60;

    /// <summary>The first time that starts after a moment; null when there is none any more.</summary>
    public PlannedTime? Next(RitualPlan plan, Instant after) => Upcoming(plan, after).FirstOrDefault();

    /// <summary>The times that start after a moment, in order.</summary>
    public IEnumerable<PlannedTime> Upcoming(RitualPlan plan, Instant after)
    {
        if (plan.IsEnded)
        {
            return [];
        }

        var from = plan.PausedUntil is { } until ? Instant.Max(after, plan.TimeZone.AtStartOfDay(until).ToInstant() - Duration.FromSeconds(1)) : after;
        return CalendarOf(plan, from.InZone(plan.TimeZone).Year).After(from).Select(TimeOf);
    }

    /// <summary>The times still to come that a stretch of days is about: on them now, or planned on them before they were moved.</summary>
    public IReadOnlyList<PlannedTime> In(RitualPlan plan, DaySpan span, Instant after)
    {
        LocalDate DayOf(PlannedTime time) => time.Start.InZone(plan.TimeZone).Date;
        return
        [
            .. Upcoming(plan, after).TakeWhile(time => DayOf(time) <= span.Last.PlusDays(MostDaysMoved))
                .Where(time => span.Contains(DayOf(time)) || span.Contains(time.Date)),
        ];
    }

    /// <summary>Whether a day is one on which nothing takes place unless it was moved there.</summary>
    public bool IsDayOff(LocalDate date) => daysOff.OfOrganisation(date.Year).Contains(date);

    /// <summary>When a time of a plan is announced.</summary>
    public Instant AnnouncedAt(RitualPlan plan, PlannedTime time) => AnnouncementTimes.Of(time, plan, IsDayOff);

    /// <summary>When the time of a day takes place; null when it does not.</summary>
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

    /// <summary>The plan of a schedule somebody wrote.</summary>
    public static RitualPlan PlanOf(RitualSchedule schedule, string name, RitualTemplate template) => new()
    {
        Name = name,
        Template = template,
        Rule = schedule.Rrule ?? "",
        First = schedule.First,
        At = schedule.Start,
        Minutes = schedule.Minutes,
        Zone = schedule.Zone.Id,
    };

    private OccurrenceCalendar CalendarOf(RitualPlan plan, int year) => new(
        ScheduleOf(plan),
        daysOff.OfOrganisation(year),
        [.. plan.Exceptions.Where(exception => exception.MovedTo is null).Select(exception => exception.Date)],
        plan.Exceptions.Where(exception => exception.MovedTo is not null).ToImmutableDictionary(exception => exception.Date, exception => exception.MovedTo!.Value));

    private static PlannedTime TimeOf(ScheduledOccurrence occurrence) =>
        new(occurrence.Planned.Date, occurrence.Start.ToInstant(), occurrence.End.ToInstant());
}
