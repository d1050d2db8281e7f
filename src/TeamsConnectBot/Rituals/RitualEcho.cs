using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Cards.Rituals;
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

    /// <summary>What a change does, with the days it is about.</summary>
    public string Of(PlannedChange change, Reader reader) => change.Kind switch
    {
        ChangeWords.Skip when Skipped(change) is { Count: > 0 } dates => Off(change.Plan, dates, reader),
        ChangeWords.MoveOnce when Moved(change) is { } moved => Instead(change.Plan, moved, reader),
        ChangeWords.End => Of(change.Was!, reader),
        _ => Of(change.Plan, reader),
    };

    /// <summary>How it is after a change, with the days that were left out.</summary>
    public string Done(PlannedChange change, Reader reader) =>
        change.Kind is ChangeWords.Skip or ChangeWords.MoveOnce
            ? $"{Of(change, reader)}. {Capital(Of(change.Plan, reader))}"
            : Of(change.Plan, reader);

    /// <summary>What was undone, and how it is again.</summary>
    public string Undone(RitualChange change, Reader reader)
    {
        var text = reader.Texts.Ritual.Changes.For(change.Kind).Undone;
        List<(string, string)> values = [("name", change.After.Name)];
        if (text.Placeholders.Contains("when"))
        {
            values.Add(("when", Of(change.Before ?? change.After, reader)));
        }

        return text.With([.. values]);
    }

    /// <summary>What one might overlook in a change: a weekend, a day off.</summary>
    public IReadOnlyList<string> Notes(PlannedChange change, Reader reader)
    {
        var texts = reader.Texts.Ritual.Confirm;
        var schedule = PlanTimes.ScheduleOf(change.Plan);
        var planned = schedule.Rule is null ? schedule.First : (LocalDate?)null;
        var once = change.Kind == ChangeWords.MoveOnce ? Moved(change)?.MovedTo?.Date : planned;
        if (change.Kind is not (ChangeWords.Create or ChangeWords.Move or ChangeWords.MoveOnce))
        {
            return [];
        }

        List<string> notes = [];
        if (once is { } date)
        {
            if (date.DayOfWeek >= IsoDayOfWeek.Saturday) notes.Add(texts.Weekend);
            var note = change.Kind == ChangeWords.MoveOnce ? texts.DayOff : texts.DayOffSkipped;
            if (times.IsDayOff(date)) notes.Add(note.With(("when", LongDate(date, change.Plan, reader))));
        }
        else if (schedule.Rule is { Frequency: RecurrenceFrequency.Daily })
        {
            notes.Add(texts.AlsoWeekend);
        }
        else if (schedule.Rule is { } rule && rule.Days.Any(each => each.Day >= IsoDayOfWeek.Saturday))
        {
            notes.Add(rule.Days.All(each => each.Day >= IsoDayOfWeek.Saturday) ? texts.Weekend : texts.AlsoWeekend);
        }

        return notes;
    }

    /// <summary>Changes in a few words each, for buttons: no two read the same.</summary>
    public static ImmutableArray<string> InShort(IReadOnlyList<PlannedChange> changes, Reader reader) => changes.Count == 0
        ? []
        : AnswerTexts.Of(
            [.. changes.Select(change => (ChoiceOf(change), (string?)change.Plan.Name))],
            reader.Now.InZone(changes[0].Plan.TimeZone).Date,
            LanguageOf(reader));

    private static RitualSchedule ChoiceOf(PlannedChange change) =>
        change.Kind == ChangeWords.MoveOnce && Moved(change)?.MovedTo is { } moved
        ? new RitualSchedule(null, moved.Date, moved.TimeOfDay, change.Plan.Minutes, change.Plan.TimeZone)
        : PlanTimes.ScheduleOf(change.Plan);

    private static List<LocalDate> Skipped(PlannedChange change) =>
        [.. New(change).Where(exception => exception.MovedTo is null).Select(exception => exception.Date)];

    private static PlanException? Moved(PlannedChange change) =>
        New(change).FirstOrDefault(exception => exception.MovedTo is not null);

    private static IEnumerable<PlanException> New(PlannedChange change) => change.Plan.Exceptions.Except(change.Was?.Exceptions ?? []);

    // 'Maandag 11 januari vervalt; daarna ma 18 jan'
    private string Off(RitualPlan plan, List<LocalDate> dates, Reader reader)
    {
        var texts = reader.Texts.Ritual.Confirm;
        var today = reader.Now.InZone(plan.TimeZone).Date;
        var off = Capital(dates is [var only]
            ? texts.Off.With(("when", LongDate(only, plan, reader)))
            : texts.OffMany.With(("when", string.Join(", ", dates.Select(date => ScheduleText.Day(date, today, LanguageOf(reader)))))));
        var last = plan.TimeZone.AtStartOfDay(dates[^1].PlusDays(1)).ToInstant();
        return times.Next(plan, last) is { } next
            ? $"{off}; {texts.Then.With(("when", ScheduleText.Day(next.Start.InZone(plan.TimeZone).Date, today, LanguageOf(reader))))}"
            : off;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Instead(RitualPlan plan, PlanException moved, Reader reader)
    {
        var today = reader.Now.InZone(plan.TimeZone).Date;
        return reader.Texts.Ritual.Confirm.Instead.With(
            ("from", $"{ScheduleText.Day(moved.Date, today, LanguageOf(reader))} {Clock(plan.At)}"),
            ("to", $"{ScheduleText.Day(moved.MovedTo!.Value.Date, today, LanguageOf(reader))} {Clock(moved.MovedTo.Value.TimeOfDay)}"));
    }

    private static string LongDate(LocalDate date, RitualPlan plan, Reader reader) =>
        (reader with { Zone = plan.TimeZone }).Moments.Date((date + plan.At).InZoneLeniently(plan.TimeZone).ToInstant());

    /// <summary><c>15:30</c>.</summary>
    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Language LanguageOf(Reader reader) => Languages.OfCode(reader.Texts.Language);
}
