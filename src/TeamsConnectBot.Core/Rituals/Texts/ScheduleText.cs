using System.Globalization;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>Puts a schedule into words, so that people see what was understood. The text can be read back as a phrase.</summary>
public static class ScheduleText
{
    /// <summary>
    /// The whole schedule, such as <c>elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov</c>. For a schedule that takes
    /// place once it ends after the zone.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="next">The date to name as the next one, usually the schedule's first; null leaves it out.</param>
    /// <param name="today">Today in the schedule's zone: a date more than half a year away gets its year.</param>
    /// <param name="language">The language.</param>
    /// <param name="withEnd">Whether to say until when; not for a moment without a length.</param>
    public static string Full(RitualSchedule schedule, LocalDate? next, LocalDate today, Language language, bool withEnd = true)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var text = Rule(schedule, language, withEnd);
        return next is { } date && schedule.Rule is not null
            ? $"{text}, {language.Pick("eerstvolgende", "first")}: {Day(date, today, language)}"
            : text;
    }

    /// <summary>The schedule without its next date: <c>every Friday 15:30–16:00 (Amsterdam)</c>.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="language">The language.</param>
    /// <param name="withEnd">Whether to say until when.</param>
    public static string Rule(RitualSchedule schedule, Language language, bool withEnd = true)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var days = Days(schedule, language) ?? schedule.First.ToString("dddd d MMMM uuuu", language.Culture());
        return $"{days} {Times(schedule, withEnd)} ({ZoneCities.Of(schedule.Zone.Id, language)}){Ending(schedule.Rule, language)}";
    }

    /// <summary>The schedule short enough for a button: <c>every Friday 15:30–16:00</c>, <c>Fri 27 Nov 15:30–16:00</c>.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="today">Today in the schedule's zone.</param>
    /// <param name="language">The language.</param>
    /// <param name="withEnd">Whether to say until when.</param>
    public static string InShort(RitualSchedule schedule, LocalDate today, Language language, bool withEnd = true)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var days = Days(schedule, language) ?? Day(schedule.First, today, language);
        return $"{days} {Times(schedule, withEnd)}{Ending(schedule.Rule, language)}";
    }

    /// <summary>A short date, such as <c>vr 27 nov</c> or <c>Fri 27 Nov</c>, with its year if that is not obvious.</summary>
    public static string Day(LocalDate date, LocalDate today, Language language)
    {
        var isNear = Period.DaysBetween(today, date) is >= 0 and <= 182;
        var (day, month) = RecurrenceText.Short(date, language);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {date.Day} {month}{(isNear ? "" : $" {date.Year}")}");
    }

    private static string? Days(RitualSchedule schedule, Language language) =>
        schedule.Rule is { } rule ? RecurrenceText.Of(rule, language) : null;

    private static string Times(RitualSchedule schedule, bool withEnd) =>
        withEnd ? $"{Time(schedule.Start)}–{Time(schedule.Start.PlusMinutes(schedule.Minutes))}" : Time(schedule.Start);

    private static string Ending(RecurrenceRule? rule, Language language) => rule switch
    {
        { Count: { } count } => string.Create(CultureInfo.InvariantCulture, $", {count} {language.Pick("keer", "times")}"),
        { Until: { } until } => language.Pick(", tot en met ", ", through ") + until.ToString("d MMMM uuuu", language.Culture()),
        _ => "",
    };

    private static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
