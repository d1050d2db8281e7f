using System.Globalization;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>A rule's days in Dutch: 'elke vrijdag', 'om de 2 weken op dinsdag', 'elke laatste werkdag van de maand'.</summary>
internal static class DutchRuleText
{
    private static readonly string[] Days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    private static readonly string[] ShortDays = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    private static readonly string[] Months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    private static readonly string[] ShortMonths = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    private static readonly string[] Ordinals = ["eerste", "tweede", "derde", "vierde", "vijfde"];

    /// <summary>The day of the week and the month of a date, in short.</summary>
    public static (string Day, string Month) Short(LocalDate date) => (ShortDays[(int)date.DayOfWeek - 1], ShortMonths[date.Month - 1]);

    /// <summary>The days of a rule.</summary>
    public static string Of(RecurrenceRule rule) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => rule.Interval == 1 ? "elke dag" : $"elke {rule.Interval} dagen",
        RecurrenceFrequency.Weekly => rule.Interval == 1 ? $"elke {WeekDays(rule)}" : $"elke {rule.Interval} weken op {WeekDays(rule)}",
        RecurrenceFrequency.Monthly => rule.Interval == 1 ? $"elke {MonthDays(rule)} van de maand" : $"elke {rule.Interval} maanden op de {MonthDays(rule)} van de maand",
        _ => (rule.Interval == 1 ? "elk jaar" : $"elke {rule.Interval} jaar") + $" op {YearDays(rule)}",
    };

    private static string WeekDays(RecurrenceRule rule) =>
        RuleWords.IsWorkingDays(rule) ? "werkdag" : RuleWords.Join(rule.Days.Select(day => Days[(int)day.Day - 1]), "en");

    private static string MonthDays(RecurrenceRule rule)
    {
        if (rule.Position is { } position && RuleWords.IsWorkingDays(rule))
        {
            return $"{Ordinal(position)} werkdag";
        }

        if (rule.MonthDays.IsEmpty)
        {
            return string.Join(" en ", rule.Days.GroupBy(day => day.Day)
                .Select(group => $"{RuleWords.Join(group.Select(day => Ordinal(day.Ordinal)), "en")} {Days[(int)group.Key - 1]}"));
        }

        var days = rule.MonthDays is [-1] ? "laatste dag" : RuleWords.Join(rule.MonthDays.Select(day => day.ToString(CultureInfo.InvariantCulture) + "e"), "en");
        return rule.Days.IsEmpty ? days : $"{RuleWords.Join(rule.Days.Select(day => Days[(int)day.Day - 1]), "en")} de {days}";
    }

    private static string YearDays(RecurrenceRule rule)
    {
        var months = RuleWords.Join(rule.Months.Select(month => Months[month - 1]), "en");
        return rule.MonthDays is [> 0 and var day] && rule.Days.IsEmpty ? $"{day} {months}" : $"de {MonthDays(rule)} van {months}";
    }

    private static string Ordinal(int ordinal) => ordinal switch
    {
        -1 => "laatste",
        -2 => "voorlaatste",
        >= 1 and <= 5 => Ordinals[ordinal - 1],
        _ => ordinal.ToString(CultureInfo.InvariantCulture) + "e",
    };
}
