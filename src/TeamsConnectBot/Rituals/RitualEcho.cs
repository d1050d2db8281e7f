using System.Globalization;
using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals;

/// <summary>A plan in words.</summary>
internal sealed class RitualEcho(PlanTimes times)
{
    /// <summary>In full, as it is echoed before anything is saved: <c>elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov</c>.</summary>
    public string Of(RitualPlan plan, Reader reader)
    {
        var schedule = PlanTimes.ScheduleOf(plan);
        var language = LanguageOf(reader);
        var today = reader.Now.InZone(plan.TimeZone).Date;
        if (times.Next(plan, reader.Now) is not { } next)
        {
            return ScheduleText.Rule(schedule, language);
        }

        var start = next.Start.InZone(plan.TimeZone).LocalDateTime;
        if (plan.Exceptions.All(exception => exception.Date != next.Date))
        {
            return ScheduleText.Full(schedule, start.Date, today, language);
        }

        // Moved, so its time is another one too.
        var moved = $"{ScheduleText.Day(start.Date, today, language)} {Clock(start.TimeOfDay)}";
        return schedule.Rule is null ? moved : $"{ScheduleText.Full(schedule, start.Date, today, language)} {Clock(start.TimeOfDay)}";
    }

    /// <summary>A change in a few words, for a button.</summary>
    public static string Short(PlannedChange change, Reader reader)
    {
        var plan = change.Plan;
        var today = reader.Now.InZone(plan.TimeZone).Date;
        if (change.Kind == ChangeWords.MoveOnce && plan.Exceptions.Except(change.Was?.Exceptions ?? []).FirstOrDefault()?.MovedTo is { } moved)
        {
            return $"{ScheduleText.Day(moved.Date, today, LanguageOf(reader))} {Clock(moved.TimeOfDay)}";
        }

        var schedule = PlanTimes.ScheduleOf(plan);
        if (schedule.Rule is null)
        {
            return $"{ScheduleText.Day(schedule.First, today, LanguageOf(reader))} {Clock(schedule.Start)}";
        }

        // The zone is in the echo that follows.
        var rule = ScheduleText.Rule(schedule, LanguageOf(reader));
        var zone = rule.IndexOf(" (", StringComparison.Ordinal);
        return zone < 0 ? rule : rule[..zone];
    }

    /// <summary><c>15:30</c>.</summary>
    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Language LanguageOf(Reader reader) => Languages.OfCode(reader.Texts.Language);
}
