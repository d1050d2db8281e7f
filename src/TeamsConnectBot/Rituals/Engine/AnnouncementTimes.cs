using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>When an occurrence is announced in its space.</summary>
internal static class AnnouncementTimes
{
    private const int ManyDaysAWeek = 3;
    private static readonly Duration ShortlyBefore = Duration.FromMinutes(30);
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>
    /// Half an hour before the start, for a ritual on three or more days a week. Otherwise on the last working day before it, at the same
    /// time of day but not before nine: early enough to find another host, and never on a weekend or holiday. A question is not announced:
    /// its post is the occurrence.
    /// </summary>
    public static Instant Of(PlannedTime time, RitualPlan plan, Func<LocalDate, bool> isDayOff)
    {
        if (plan.IsPost)
        {
            return time.Start;
        }

        var shortlyBefore = time.Start - ShortlyBefore;
        if (IsFrequent(plan))
        {
            return shortlyBefore;
        }

        var start = time.Start.InZone(plan.TimeZone).LocalDateTime;
        var day = start.Date.PlusDays(-1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || isDayOff(day))
        {
            day = day.PlusDays(-1);
        }

        var at = day + LocalTime.Max(start.TimeOfDay, Morning);
        return Instant.Min(at.InZoneLeniently(plan.TimeZone).ToInstant(), shortlyBefore);
    }

    private static bool IsFrequent(RitualPlan plan) => PlanTimes.ScheduleOf(plan).Rule is { Interval: 1 } rule
        && (rule.Frequency == RecurrenceFrequency.Daily
            || (rule.Frequency == RecurrenceFrequency.Weekly && rule.Days.Length >= ManyDaysAWeek));
}
