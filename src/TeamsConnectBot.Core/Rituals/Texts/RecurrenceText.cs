using System.Globalization;
using NodaTime.Extensions;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>The dates of a rule in words: 'elke vrijdag', 'every 2 weeks on Tuesday', 'every last working day of the month'.</summary>
internal static class RecurrenceText
{
    private static readonly string[] DutchDays = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    private static readonly string[] DutchMonths = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    private static readonly string[] DutchOrdinals = ["eerste", "tweede", "derde", "vierde", "vijfde"];
    private static readonly string[] EnglishOrdinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>The short names of a date's day of the week and month.</summary>
    public static (string Day, string Month) Short(LocalDate date, Language language) => language == Language.Dutch
        ? (DutchDays[(int)date.DayOfWeek - 1], DutchMonths[date.Month - 1])
        : (Day(date.DayOfWeek, language)[..3], Month(date.Month, language)[..3]);

    /// <summary>The dates of a rule.</summary>
    public static string Of(RecurrenceRule rule, Language language) => (rule.Frequency, rule.Interval) switch
    {
        (RecurrenceFrequency.Daily, 1) => language.Pick("elke dag", "every day"),
        (RecurrenceFrequency.Daily, var count) => language.Pick($"elke {count} dagen", $"every {count} days"),
        (RecurrenceFrequency.Weekly, 1) => language.Pick("elke ", "every ") + WeekDays(rule, language),
        (RecurrenceFrequency.Weekly, var count) =>
            language.Pick($"elke {count} weken op ", $"every {count} weeks on ") + WeekDays(rule, language),
        (RecurrenceFrequency.Monthly, 1) =>
            language.Pick("elke ", "every ") + MonthDays(rule, language) + language.Pick(" van de maand", " of the month"),
        (RecurrenceFrequency.Monthly, var count) =>
            language.Pick($"elke {count} maanden op de ", $"every {count} months on the ") + MonthDays(rule, language)
                + language.Pick(" van de maand", " of the month"),
        (_, 1) => language.Pick("elk jaar op ", "every year on ") + YearDays(rule, language),
        (_, var count) => language.Pick($"elke {count} jaar op ", $"every {count} years on ") + YearDays(rule, language),
    };

    private static string WeekDays(RecurrenceRule rule, Language language) => IsWorkingDays(rule)
        ? language.Pick("werkdag", "working day")
        : Join(rule.Days.Select(day => Day(day.Day, language)), language);

    private static string MonthDays(RecurrenceRule rule, Language language)
    {
        if (rule.Position is { } position && IsWorkingDays(rule))
        {
            return Ordinal(position, language) + language.Pick(" werkdag", " working day");
        }

        if (rule.MonthDays.IsEmpty)
        {
            var byDay = rule.Days.GroupBy(day => day.Day, day => Ordinal(day.Ordinal, language));
            return string.Join(And(language), byDay.Select(group => $"{Join(group, language)} {Day(group.Key, language)}"));
        }

        var days = Join(rule.MonthDays.Select(day => MonthDay(day, language)), language);
        var weekdays = rule.Days.Select(day => Day(day.Day, language));
        return rule.Days.IsEmpty ? days : Join(weekdays, language) + language.Pick(" de ", " the ") + days;
    }

    private static string YearDays(RecurrenceRule rule, Language language)
    {
        var months = Join(rule.Months.Select(month => Month(month, language)), language);
        return rule.MonthDays is [> 0 and var day] && rule.Days.IsEmpty
            ? $"{day} {months}"
            : language.Pick("de ", "the ") + MonthDays(rule, language) + language.Pick(" van ", " of ") + months;
    }

    private static string Ordinal(int ordinal, Language language) => ordinal switch
    {
        -1 => language.Pick("laatste", "last"),
        -2 => language.Pick("voorlaatste", "penultimate"),
        >= 1 and <= 5 => language.Pick(DutchOrdinals, EnglishOrdinals)[ordinal - 1],
        _ => Numeral(ordinal, language),
    };

    private static string MonthDay(int day, Language language) =>
        day == -1 ? language.Pick("laatste dag", "last day") : Numeral(day, language);

    private static string Numeral(int number, Language language)
    {
        var suffix = number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return number.ToString(CultureInfo.InvariantCulture) + language.Pick("e", suffix);
    }

    private static bool IsWorkingDays(RecurrenceRule rule) => rule.Days.SequenceEqual(RecurrenceRule.Weekly(CalendarWeek.WorkingDays).Days);

    private static string Day(IsoDayOfWeek day, Language language) => language.Culture().DateTimeFormat.GetDayName(day.ToDayOfWeek());

    private static string Month(int month, Language language) => language.Culture().DateTimeFormat.GetMonthName(month);

    private static string And(Language language) => language.Pick(" en ", " and ");

    // 'a', 'a and b', 'a, b and c'.
    private static string Join(IEnumerable<string> words, Language language)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + And(language) + all[^1];
    }
}
