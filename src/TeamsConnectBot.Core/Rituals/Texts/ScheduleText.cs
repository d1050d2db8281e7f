using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Texts;

/// <summary>Says a schedule in full, so that people see what was understood. What it says can be read back as a phrase.</summary>
public static class ScheduleText
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>
    /// The whole of it, such as <c>elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov</c>. Of a schedule that takes
    /// place once the date is the first part and nothing follows.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="next">The date to name as the next one, mostly the schedule's first; null leaves it out.</param>
    /// <param name="today">Today in the schedule's zone: a date more than half a year away is said with its year.</param>
    /// <param name="language">The language.</param>
    public static string Full(RitualSchedule schedule, LocalDate? next, LocalDate today, Language language)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var text = Rule(schedule, language);
        return next is { } date && schedule.Rule is not null
            ? $"{text}, {(language == Language.Dutch ? "eerstvolgende" : "first")}: {Day(date, today, language)}"
            : text;
    }

    /// <summary>When it is, without the first date: <c>every Friday 15:30–16:00 (Amsterdam)</c>.</summary>
    public static string Rule(RitualSchedule schedule, Language language)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var days = Days(schedule, language) ?? schedule.First.ToString("dddd d MMMM uuuu", Culture(language));
        return $"{days} {Times(schedule)} ({ZoneCities.Of(schedule.Zone.Id, language)}){Ending(schedule.Rule, language)}";
    }

    /// <summary>When it is, as short as a button wants it: <c>every Friday 15:30–16:00</c>, <c>Fri 27 Nov 15:30–16:00</c>.</summary>
    public static string InShort(RitualSchedule schedule, LocalDate today, Language language)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return $"{Days(schedule, language) ?? Day(schedule.First, today, language)} {Times(schedule)}{Ending(schedule.Rule, language)}";
    }

    /// <summary>A date in short, such as <c>vr 27 nov</c> or <c>Fri 27 Nov</c>, with its year when that isn't plain.</summary>
    public static string Day(LocalDate date, LocalDate today, Language language)
    {
        var isNear = Period.DaysBetween(today, date) is >= 0 and <= 182;
        var (day, month) = language == Language.Dutch ? DutchRuleText.Short(date) : EnglishRuleText.Short(date);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {date.Day} {month}{(isNear ? "" : $" {date.Year}")}");
    }

    private static string? Days(RitualSchedule schedule, Language language) =>
        schedule.Rule is { } rule ? language == Language.Dutch ? DutchRuleText.Of(rule) : EnglishRuleText.Of(rule) : null;

    private static string Times(RitualSchedule schedule) =>
        $"{Time(schedule.Start)}–{Time(schedule.Start.PlusMinutes(schedule.Minutes))}";

    private static string Ending(RecurrenceRule? rule, Language language) => rule switch
    {
        { Count: { } count } => string.Create(CultureInfo.InvariantCulture, $", {count} {(language == Language.Dutch ? "keer" : "times")}"),
        { Until: { } until } => (language == Language.Dutch ? ", tot en met " : ", through ") + until.ToString("d MMMM uuuu", Culture(language)),
        _ => "",
    };

    private static string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    private static CultureInfo Culture(Language language) => language == Language.Dutch ? Dutch : English;
}
