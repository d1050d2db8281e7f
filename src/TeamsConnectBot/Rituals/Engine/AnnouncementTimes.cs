using NodaTime;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>When a time is announced in its channel.</summary>
internal static class AnnouncementTimes
{
    private const int Often = 3;
    private static readonly Duration ShortlyBefore = Duration.FromMinutes(30);
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>
    /// Half an hour before what comes three times a week or oftener; anything else on the last working day before it, from
    /// nine o'clock on, so that a host can still be swapped and no weekend or holiday is disturbed.
    /// </summary>
    public static Instant Of(PlannedTime time, RitualPlan plan, Func<LocalDate, bool> isDayOff)
    {
        if (IsOften(plan))
        {
            return time.Start - ShortlyBefore;
        }

        var start = time.Start.InZone(plan.TimeZone).LocalDateTime;
        var day = start.Date.PlusDays(-1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || isDayOff(day))
        {
            day = day.PlusDays(-1);
        }

        var at = day + (start.TimeOfDay < Morning ? Morning : start.TimeOfDay);
        return Instant.Min(at.InZoneLeniently(plan.TimeZone).ToInstant(), time.Start - ShortlyBefore);
    }

    private static bool IsOften(RitualPlan plan)
    {
        if (plan.Rule.Length == 0 || PlanTimes.ScheduleOf(plan).Rule is not { Interval: 1 } rule)
        {
            return false;
        }

        return rule.Frequency == Core.Rituals.Schedules.RecurrenceFrequency.Daily
            || (rule.Frequency == Core.Rituals.Schedules.RecurrenceFrequency.Weekly && rule.Days.Length >= Often);
    }
}
