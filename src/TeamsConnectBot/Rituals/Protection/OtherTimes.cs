using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>Suggests other times for a ritual, the smallest change first. No calendar is read.</summary>
internal sealed class OtherTimes(PlanTimes times, TimeProvider clock)
{
    // Times at which most people work.
    private static readonly LocalTime[] GoodTimes = [new(10, 0), new(11, 0), new(13, 30), new(14, 30), new(15, 30), new(9, 15)];

    public IEnumerable<RitualPlan> Of(RitualPlan plan)
    {
        if (PlanTimes.ScheduleOf(plan).Rule is not { } rule)
        {
            return [];
        }

        var sameDays = GoodTimes.Where(at => Math.Abs((at - plan.At).ToDuration().TotalMinutes) >= plan.Minutes).Select(at => (rule, at));
        var otherDays = OnOtherDays(rule).SelectMany(other => GoodTimes.Prepend(plan.At).Distinct().Select(at => (rule: other, at)));
        return sameDays.Concat(otherDays).Select(option => Moved(plan, option.rule, option.at)).OfType<RitualPlan>();
    }

    // Only a weekly ritual is offered another day: a ritual on the first Monday of a month would become a different one.
    private static IEnumerable<RecurrenceRule> OnOtherDays(RecurrenceRule rule) =>
        rule is { Frequency: RecurrenceFrequency.Weekly, Days: [var day] }
        ? Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Select(number => (IsoDayOfWeek)number).Where(other => other != day.Day)
            .Select(other => rule with { Days = [new RuleDay(other)] })
        : [];

    private RitualPlan? Moved(RitualPlan plan, RecurrenceRule rule, LocalTime at)
    {
        var now = clock.GetCurrentInstant();
        var moved = RitualSchedule.Beginning(rule, now.InZone(plan.TimeZone).Date, now, at, plan.Minutes, plan.TimeZone);
        var other = moved is null ? null : PlanTimes.PlanOf(moved, plan.Name, plan.Template);
        return other is null || times.Next(other, now) is null ? null : other;
    }
}
