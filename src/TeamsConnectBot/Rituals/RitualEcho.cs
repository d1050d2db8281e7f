using System.Collections.Immutable;
using System.Globalization;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Core.Rituals.Phrases;
using TeamsConnectBot.Core.Rituals.Questions;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Core.Rituals.Texts;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals;

/// <summary>Describes plans and changes in words.</summary>
internal sealed class RitualEcho(PlanTimes times)
{
    private const int MostLapsing = 5;

    /// <summary>A plan in full: <c>elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov</c>.</summary>
    public string Of(RitualPlan plan, Reader reader)
    {
        var schedule = PlanTimes.ScheduleOf(plan);
        var language = LanguageOf(reader);
        if (times.Next(plan, reader.Now) is not { } next)
        {
            return ScheduleText.Rule(schedule, language, !plan.IsPost);
        }

        var start = next.Start.InZone(plan.TimeZone).LocalDateTime;
        var full = ScheduleText.Full(schedule, start.Date, TodayOf(plan, reader), language, !plan.IsPost);
        return plan.Exceptions.All(exception => exception.Date != next.Date) ? full
            : schedule.Rule is null ? Moment(start, plan, reader)
            : $"{full} {Clock(start.TimeOfDay)}";
    }

    /// <summary>What a change does: the days it skips, the occurrence it moves, or else the plan in full.</summary>
    public string Of(PlannedChange change, Reader reader) => change.Kind switch
    {
        ChangeWords.Skip when Skipped(change) is { Count: > 0 } dates => Off(change.Plan, dates, reader),
        ChangeWords.MoveOnce when Moved(change) is { MovedTo: { } to } moved => reader.Texts.Ritual.Confirm.Instead.With(
            ("from", Moment(moved.Date + change.Plan.At, change.Plan, reader)),
            ("to", Moment(to, change.Plan, reader) + CityOf(change.Plan, reader))),
        ChangeWords.End => Of(change.Was!, reader),
        _ => Of(change.Plan, reader),
    };

    /// <summary>The plan after a change, preceded by the days that were skipped or moved.</summary>
    public string Done(PlannedChange change, Reader reader) => change.Kind is ChangeWords.Skip or ChangeWords.MoveOnce
        ? $"{Of(change, reader)}. {Capitalised(Of(change.Plan, reader))}"
        : Of(change.Plan, reader);

    /// <summary>What was undone, and the plan that is restored.</summary>
    public string Undone(RitualChange change, Reader reader)
    {
        var texts = reader.Texts.Ritual;
        var text = (change.After.IsPost, change.Kind) switch
        {
            (true, ChangeWords.Create) => texts.Posted.CreateUndone,
            (true, ChangeWords.End) => texts.Posted.EndUndone,
            _ => texts.Changes.For(change.Kind).Undone,
        };
        var name = ("name", change.After.Name);
        return text.Placeholders.Contains("when") ? text.With(name, ("when", Of(change.Before ?? change.After, reader))) : text.With(name);
    }

    /// <summary>When an occurrence of a plan is; a question has no end.</summary>
    public static string When(RitualPlan plan, PlannedTime time, Reader reader) =>
        plan.IsPost ? reader.Moments.Moment(time.Start) : reader.Moments.Long(time.Interval);

    /// <summary>
    /// What people might overlook in a change: that it falls on a weekend or on a day off, that it calls off occurrences, or that the
    /// questions run out.
    /// </summary>
    public IReadOnlyList<string> Notes(PlannedChange change, Reader reader)
    {
        string[] often = UsesUpQuestions(change.Plan, reader)
            ? [reader.Texts.Ritual.Posted.Often.With(("count", $"{QuestionPosts.Count}"))]
            : [];
        return [.. NotesOnDays(change, reader), .. NotesOnLapsing(change, reader), .. often];
    }

    // A move from a later date on calls off what was planned until then. The new plan's first occurrence replaces only the next one.
    private IReadOnlyList<string> NotesOnLapsing(PlannedChange change, Reader reader)
    {
        if (change is not { Kind: ChangeWords.Move, Was: { } was } || times.Next(change.Plan, reader.Now) is not { } first)
        {
            return [];
        }

        var lapsing = times.Upcoming(was, reader.Now).TakeWhile(time => time.Start < first.Start)
            .Select(time => Day(time.Start.InZone(was.TimeZone).Date, was, reader)).ToList();
        var texts = reader.Texts.Ritual.Confirm;
        return lapsing.Count < 2 ? []
            : lapsing.Count <= MostLapsing ? [texts.Lapsing.With(("when", string.Join(", ", lapsing)))]
            : [texts.LapsingMore.With(
                ("when", string.Join(", ", lapsing.Take(MostLapsing - 1))), ("count", $"{lapsing.Count - MostLapsing + 1}"))];
    }

    private bool UsesUpQuestions(RitualPlan plan, Reader reader) => plan.IsPost
        && times.Upcoming(plan, reader.Now).Take(QuestionPosts.Count + 1).ToList() is { } upcoming
        && upcoming.Count > QuestionPosts.Count
        && upcoming[^1].Date < upcoming[0].Date.PlusMonths(QuestionOrder.MonthsBetween);

    private IReadOnlyList<string> NotesOnDays(PlannedChange change, Reader reader)
    {
        if (change.Kind is not (ChangeWords.Create or ChangeWords.Move or ChangeWords.MoveOnce))
        {
            return [];
        }

        var texts = reader.Texts.Ritual.Confirm;
        var schedule = PlanTimes.ScheduleOf(change.Plan);
        var isOnce = change.Kind == ChangeWords.MoveOnce;
        if ((isOnce ? Moved(change)?.MovedTo?.Date : schedule.Rule is null ? schedule.First : (LocalDate?)null) is { } date)
        {
            List<string> notes = date.DayOfWeek >= IsoDayOfWeek.Saturday ? [texts.Weekend] : [];
            return times.IsDayOff(date)
                ? [.. notes, (isOnce ? texts.DayOff : texts.DayOffSkipped).With(("when", LongDate(date, change.Plan, reader)))]
                : notes;
        }

        return schedule.Rule switch
        {
            { Frequency: RecurrenceFrequency.Daily } => [texts.AlsoWeekend],
            { } rule when rule.Days.Any(each => each.Day >= IsoDayOfWeek.Saturday) =>
                [rule.Days.All(each => each.Day >= IsoDayOfWeek.Saturday) ? texts.Weekend : texts.AlsoWeekend],
            _ => [],
        };
    }

    /// <summary>Changes in a few words each, for buttons; no two are alike.</summary>
    public static ImmutableArray<string> InShort(IReadOnlyList<PlannedChange> changes, Reader reader) => changes.Count == 0
        ? []
        : [
            .. AnswerTexts.Of(
                [.. changes.Select(change => (ChoiceOf(change), (string?)change.Plan.Name))],
                TodayOf(changes[0].Plan, reader),
                LanguageOf(reader),
                !changes[0].Plan.IsPost).Zip(changes, (text, change) => text + CityOf(change.Plan, reader)),
        ];

    /// <summary>A time of day as <c>15:30</c>.</summary>
    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static RitualSchedule ChoiceOf(PlannedChange change) =>
        change.Kind == ChangeWords.MoveOnce && Moved(change)?.MovedTo is { } moved
            ? new RitualSchedule(null, moved.Date, moved.TimeOfDay, change.Plan.Minutes, change.Plan.TimeZone)
            : PlanTimes.ScheduleOf(change.Plan);

    private static List<LocalDate> Skipped(PlannedChange change) =>
        [.. NewExceptions(change).Where(exception => exception.MovedTo is null).Select(exception => exception.Date)];

    private static PlanException? Moved(PlannedChange change) =>
        NewExceptions(change).FirstOrDefault(exception => exception.MovedTo is not null);

    private static IEnumerable<PlanException> NewExceptions(PlannedChange change) =>
        change.Plan.Exceptions.Except(change.Was?.Exceptions ?? []);

    // For example 'Maandag 11 januari vervalt; daarna ma 18 jan' (Monday 11 January is off; next is Mon 18 Jan).
    private string Off(RitualPlan plan, List<LocalDate> dates, Reader reader)
    {
        var texts = reader.Texts.Ritual.Confirm;
        var off = Capitalised(dates is [var only]
            ? texts.Off.With(("when", LongDate(only, plan, reader)))
            : texts.OffMany.With(("when", string.Join(", ", dates.Select(date => Day(date, plan, reader))))));
        var last = plan.TimeZone.AtStartOfDay(dates[^1].PlusDays(1)).ToInstant();
        return times.Next(plan, last) is { } next
            ? $"{off}; {texts.Then.With(("when", Day(next.Start.InZone(plan.TimeZone).Date, plan, reader)))}"
            : off;
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Moment(LocalDateTime moment, RitualPlan plan, Reader reader) =>
        $"{Day(moment.Date, plan, reader)} {Clock(moment.TimeOfDay)}";

    // The city of the plan's clock when the reader goes by another.
    private static string CityOf(RitualPlan plan, Reader reader) =>
        plan.Zone == reader.Zone.Id ? "" : $" ({ZoneCities.Of(plan.Zone, LanguageOf(reader))})";

    private static string Day(LocalDate date, RitualPlan plan, Reader reader) =>
        ScheduleText.Day(date, TodayOf(plan, reader), LanguageOf(reader));

    private static string LongDate(LocalDate date, RitualPlan plan, Reader reader) =>
        (reader with { Zone = plan.TimeZone }).Moments.Date((date + plan.At).InZoneLeniently(plan.TimeZone).ToInstant());

    private static LocalDate TodayOf(RitualPlan plan, Reader reader) => reader.Now.InZone(plan.TimeZone).Date;

    private static Language LanguageOf(Reader reader) => Languages.OfCode(reader.Texts.Language);
}
