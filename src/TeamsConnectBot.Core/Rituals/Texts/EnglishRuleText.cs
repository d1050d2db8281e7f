using System.Globalization;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>A rule's days in English: 'every Friday', 'every 2 weeks on Tuesday', 'every last working day of the month'.</summary>
internal static class EnglishRuleText
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>The day of the week and the month of a date, in short.</summary>
    public static (string Day, string Month) Short(LocalDate date) => (Days[(int)date.DayOfWeek - 1][..3], Months[date.Month - 1][..3]);

    /// <summary>The days of a rule.</summary>
    public static string Of(RecurrenceRule rule) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => rule.Interval == 1 ? "every day" : $"every {rule.Interval} days",
        RecurrenceFrequency.Weekly => rule.Interval == 1 ? $"every {WeekDays(rule)}" : $"every {rule.Interval} weeks on {WeekDays(rule)}",
        RecurrenceFrequency.Monthly => rule.Interval == 1 ? $"every {MonthDays(rule)} of the month" : $"every {rule.Interval} months on the {MonthDays(rule)} of the month",
        _ => (rule.Interval == 1 ? "every year" : $"every {rule.Interval} years") + $" on {YearDays(rule)}",
    };

    private static string WeekDays(RecurrenceRule rule) =>
        RuleWords.IsWorkingDays(rule) ? "working day" : RuleWords.Join(rule.Days.Select(day => Days[(int)day.Day - 1]), "and");

    private static string MonthDays(RecurrenceRule rule)
    {
        if (rule.Position is { } position && RuleWords.IsWorkingDays(rule))
        {
            return $"{Ordinal(position)} working day";
        }

        if (rule.MonthDays.IsEmpty)
        {
            return string.Join(" and ", rule.Days.GroupBy(day => day.Day)
                .Select(group => $"{RuleWords.Join(group.Select(day => Ordinal(day.Ordinal)), "and")} {Days[(int)group.Key - 1]}"));
        }

        var days = rule.MonthDays is [-1] ? "last day" : RuleWords.Join(rule.MonthDays.Select(Ordinals31), "and");
        return rule.Days.IsEmpty ? days : $"{RuleWords.Join(rule.Days.Select(day => Days[(int)day.Day - 1]), "and")} the {days}";
    }

    private static string YearDays(RecurrenceRule rule)
    {
        var months = RuleWords.Join(rule.Months.Select(month => Months[month - 1]), "and");
        return rule.MonthDays is [> 0 and var day] && rule.Days.IsEmpty ? $"{day} {months}" : $"the {MonthDays(rule)} of {months}";
    }

    private static string Ordinal(int ordinal) => ordinal switch
    {
        -1 => "last",
        -2 => "penultimate",
        >= 1 and <= 5 => Ordinals[ordinal - 1],
        _ => Ordinals31(ordinal),
    };

    private static string Ordinals31(int day) => day.ToString(CultureInfo.InvariantCulture) + (day % 100 is >= 11 and <= 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
