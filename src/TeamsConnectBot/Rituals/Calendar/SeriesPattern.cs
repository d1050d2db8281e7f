using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Graph.Schedules;

namespace TeamsConnectBot.Rituals.Calendar;

/// <summary>
/// Translates a rule to Outlook's recurrence. Outlook has no fifth Friday, moves the 31st to the last day of a shorter month, and does not
/// know every zone. A ritual it cannot express gets a single event for each occurrence.
/// </summary>
internal static class SeriesPattern
{
    // The last day of the month that every month has.
    private const int LastCertainDay = 28;

    /// <returns>Null when Outlook cannot express the rule exactly.</returns>
    public static PatternedRecurrence? Of(RitualSchedule schedule, LocalDate from)
    {
        if (schedule.Rule is not { } rule || MailboxZones.WindowsName(schedule.Zone) is null || PatternOf(rule) is not { } pattern)
        {
            return null;
        }

        pattern.Interval = rule.Interval;
        return new PatternedRecurrence { Pattern = pattern, Range = RangeOf(schedule, rule, from) };
    }

    private static RecurrencePattern? PatternOf(RecurrenceRule rule) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily when rule.Days.IsEmpty => new RecurrencePattern { Type = RecurrencePatternType.Daily },
        RecurrenceFrequency.Daily when rule.Interval == 1 => Weekly(rule),
        RecurrenceFrequency.Weekly when rule.Position is null => Weekly(rule),
        RecurrenceFrequency.Monthly => InMonth(rule, RecurrencePatternType.AbsoluteMonthly, RecurrencePatternType.RelativeMonthly, null),
        RecurrenceFrequency.Yearly when rule.Months is [var month] =>
            InMonth(rule, RecurrencePatternType.AbsoluteYearly, RecurrencePatternType.RelativeYearly, month),
        _ => null,
    };

    private static RecurrencePattern Weekly(RecurrenceRule rule) =>
        new() { Type = RecurrencePatternType.Weekly, DaysOfWeek = DaysOf(rule), FirstDayOfWeek = DayOfWeekObject.Monday };

    private static RecurrencePattern? InMonth(
        RecurrenceRule rule, RecurrencePatternType absolute, RecurrencePatternType relative, int? month)
    {
        if (rule is { Days.IsEmpty: true, Position: null, MonthDays: [>= 1 and <= LastCertainDay and var day] })
        {
            return new RecurrencePattern { Type = absolute, DayOfMonth = day, Month = month };
        }

        int? ordinal = rule switch
        {
            { MonthDays.IsEmpty: true, Position: null, Days: [{ Ordinal: var only }] } => only,
            { MonthDays.IsEmpty: true, Position: { } position } when rule.Days.All(each => each.Ordinal == 0) => position,
            _ => null,
        };
        return IndexOf(ordinal) is { } index
            ? new RecurrencePattern { Type = relative, DaysOfWeek = DaysOf(rule), Index = index, Month = month }
            : null;
    }

    private static WeekIndex? IndexOf(int? ordinal) => ordinal switch
    {
        1 => WeekIndex.First,
        2 => WeekIndex.Second,
        3 => WeekIndex.Third,
        4 => WeekIndex.Fourth,
        -1 => WeekIndex.Last,
        _ => null,
    };

    private static List<DayOfWeekObject?> DaysOf(RecurrenceRule rule) =>
        [.. rule.Days.Select(day => (DayOfWeekObject?)Enum.Parse<DayOfWeekObject>(day.Day.ToString()))];

    private static RecurrenceRange RangeOf(RitualSchedule schedule, RecurrenceRule rule, LocalDate from)
    {
        var last = rule.Until ?? (rule.Count is null
            ? null
            : schedule.After(Instant.MinValue + Duration.FromDays(2)).Select(time => (LocalDate?)time.Planned.Date).LastOrDefault());
        return new RecurrenceRange
        {
            Type = last is null ? RecurrenceRangeType.NoEnd : RecurrenceRangeType.EndDate,
            StartDate = DateOf(from),
            EndDate = last is { } date ? DateOf(date) : null,
        };
    }

    private static Date DateOf(LocalDate date) => new(date.Year, date.Month, date.Day);
}
