using NodaTime;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>One time of a plan.</summary>
/// <param name="Date">The day the rule gives; what it is known by, also when it was moved.</param>
internal sealed record PlannedTime(LocalDate Date, Instant Start, Instant End);

/// <summary>When a plan takes place: its schedule without holidays, pauses and what was left out, and with what was moved.</summary>
internal sealed class PlanTimes(Holidays holidays)
{
    // More than a year of days, all holidays, is no schedule.
    private const int MostLeftOut = 400;

    /// <summary>The first time that starts after a moment; null when there is none any more.</summary>
    public PlannedTime? Next(RitualPlan plan, Instant after) => Upcoming(plan, after).FirstOrDefault();

    /// <summary>The times that start after a moment, in order.</summary>
    public IEnumerable<PlannedTime> Upcoming(RitualPlan plan, Instant after)
    {
        if (plan.IsEnded)
        {
            yield break;
        }

        var moved = new Queue<PlannedTime>(plan.Exceptions.Where(exception => exception.MovedTo is not null)
            .Select(exception => Moved(plan, exception)).Where(time => time.Start > after).OrderBy(time => time.Start));
        foreach (var time in Regular(plan, after))
        {
            while (moved.TryPeek(out var first) && first.Start <= time.Start)
            {
                yield return moved.Dequeue();
            }

            yield return time;
        }

        foreach (var time in moved)
        {
            yield return time;
        }
    }

    /// <summary>When the time of a day takes place; null when it does not.</summary>
    public PlannedTime? Of(RitualPlan plan, LocalDate date)
    {
        if (plan.IsEnded)
        {
            return null;
        }

        if (plan.Exceptions.FirstOrDefault(exception => exception.Date == date) is { } exception)
        {
            return exception.MovedTo is null ? null : Moved(plan, exception);
        }

        return ScheduleOf(plan).On(date) is { } occurrence && TakesPlace(plan, date) ? Regular(occurrence) : null;
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

    private IEnumerable<PlannedTime> Regular(RitualPlan plan, Instant after)
    {
        var from = plan.PausedUntil is { } until ? Instant.Max(after, plan.TimeZone.AtStartOfDay(until).ToInstant() - Duration.FromSeconds(1)) : after;
        var leftOut = 0;
        foreach (var occurrence in ScheduleOf(plan).After(from))
        {
            if (plan.Exceptions.All(exception => exception.Date != occurrence.Planned.Date) && TakesPlace(plan, occurrence.Planned.Date))
            {
                leftOut = 0;
                yield return Regular(occurrence);
            }
            else if (++leftOut > MostLeftOut)
            {
                yield break;
            }
        }
    }

    private bool TakesPlace(RitualPlan plan, LocalDate date) => !(date < plan.PausedUntil) && !holidays.Contains(date);

    private static PlannedTime Regular(Core.Rituals.Schedules.Occurrence occurrence) =>
        new(occurrence.Planned.Date, occurrence.Start.ToInstant(), occurrence.End.ToInstant());

    private static PlannedTime Moved(RitualPlan plan, PlanException exception)
    {
        var start = exception.MovedTo!.Value.InZoneLeniently(plan.TimeZone).ToInstant();
        return new PlannedTime(exception.Date, start, start + Duration.FromMinutes(plan.Minutes));
    }
}
