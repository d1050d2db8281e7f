using System.Globalization;
using NodaTime.Text;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Core.Rituals.Schedules;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Turns a draft into a form, and a form into a change. The input is checked, because a client may send anything.</summary>
internal sealed class RitualForms(TimeProvider clock)
{
    private const int DefaultMinutes = 30;
    private static readonly LocalTime DefaultTime = new(15, 30);
    private static readonly IsoDayOfWeek[] WorkingDays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>The form, filled in with what the draft says already.</summary>
    public Card Open(Draft draft, Space space) => new RitualFormCard(DraftBook.RefOf(draft), FormOf(draft, space));

    /// <returns>A change to confirm, or the form again with the first error.</returns>
    public (PlannedChange? Change, Card? Again) Read(Draft draft, Space space, Click click)
    {
        var texts = click.Texts.Ritual.Form;
        var before = FormOf(draft, space);
        var name = RitualNames.Clean(click.Input(Inputs.RitualName) ?? "");
        var repeat = RitualFormCard.Repeats.FirstOrDefault(each => each == click.Input(Inputs.RitualRepeat));
        var date = LocalDatePattern.Iso.Parse(click.Input(Inputs.RitualDate) ?? "");
        var time = ClockInput.Read(click.Input(Inputs.RitualTime));
        var isPost = before.IsPost
            || (draft.Content.Change is not { Kind: ChangeWords.Move }
                && click.Texts.Ritual.Templates.Find(name) == RitualTemplate.Question);
        int? minutes = isPost ? before.Minutes
            : int.TryParse(click.Input(Inputs.RitualMinutes), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= RitualSchedule.MaxMinutes ? number : null;
        var filledIn = new RitualForm(
            name, repeat ?? before.Repeat, date.Success ? date.Value : before.Date, time ?? before.At, minutes ?? before.Minutes, isPost);
        var problem = name.Length == 0 ? texts.Name.Error
            : repeat is null ? texts.Repeat.Error
            : !date.Success ? texts.Date.Error
            : time is null ? texts.Time.Error
            : minutes is null ? texts.Minutes.Error
            : null;
        var own = OwnPlan(draft, before, filledIn);
        var schedule = problem is null ? ScheduleOf(filledIn, own, ZoneOf(draft, space)) : null;
        if (schedule is null)
        {
            return (null, new RitualFormCard(DraftBook.RefOf(draft), filledIn, problem ?? texts.Passed));
        }

        return draft.Content.Change is { Kind: ChangeWords.Move, Was: { } was } change
            ? (change with { Plan = PlanOf(schedule, name, was.Template, own) with { PausedUntil = was.PausedUntil } }, null)
            : (new PlannedChange(
                ChangeWords.Create, null, null, PlanOf(schedule, name, click.Texts.Ritual.Templates.Find(name), own)), null);
    }

    private static RitualPlan PlanOf(RitualSchedule schedule, string name, RitualTemplate template, RitualPlan? own) =>
        PlanTimes.PlanOf(schedule, name, template) with { Exceptions = own is null ? [] : own.Exceptions };

    private RitualForm FormOf(Draft draft, Space space)
    {
        var today = clock.GetCurrentInstant().InZone(ZoneOf(draft, space)).Date;
        return draft.Content.Change?.Plan is { } plan
            ? new RitualForm(plan.Name, RepeatOf(plan), LocalDate.Max(plan.First, today), plan.At, plan.Minutes, plan.IsPost)
            : new RitualForm("", "weekly", today.With(DateAdjusters.Next(IsoDayOfWeek.Friday)), DefaultTime, DefaultMinutes);
    }

    // The form shows the clock of the draft's plan, which may be older than the space's zone.
    private static DateTimeZone ZoneOf(Draft draft, Space space) => draft.Content.Change?.Plan.TimeZone ?? space.TimeZone;

    // The form has fewer choices than there are rules: 'di en do' is shown as weekly. The draft's plan, when its rule must be kept because
    // neither the repeat nor the date was changed; otherwise null.
    private static RitualPlan? OwnPlan(Draft draft, RitualForm before, RitualForm filledIn) =>
        draft.Content.Change?.Plan is { } plan && filledIn.Repeat == before.Repeat
        && (filledIn.Date == before.Date || filledIn.Date == plan.First) ? plan : null;

    private static string RepeatOf(RitualPlan plan) => PlanTimes.ScheduleOf(plan).Rule switch
    {
        null => "once",
        { Frequency: RecurrenceFrequency.Daily } => "daily",
        { Frequency: RecurrenceFrequency.Weekly, Interval: 2 } => "biweekly",
        { Frequency: RecurrenceFrequency.Weekly, Days.Length: 5 } => "weekdays",
        { Frequency: RecurrenceFrequency.Weekly } => "weekly",
        _ => "monthly",
    };

    // Null when no occurrence lies ahead, or the first is more than five years away.
    private RitualSchedule? ScheduleOf(RitualForm form, RitualPlan? own, DateTimeZone zone)
    {
        var now = clock.GetCurrentInstant();
        if (form.Date > now.InZone(zone).Date.PlusYears(5))
        {
            return null;
        }

        var rule = own is not null ? PlanTimes.ScheduleOf(own).Rule : form.Repeat switch
        {
            "once" => null,
            "daily" => RecurrenceRule.Daily,
            "weekdays" => RecurrenceRule.Weekly(WorkingDays),
            "weekly" => RecurrenceRule.Weekly(form.Date.DayOfWeek),
            "biweekly" => RecurrenceRule.Weekly(form.Date.DayOfWeek) with { Interval = 2 },
            _ => RecurrenceRule.Monthly(form.Date.Day > 28 ? -1 : (form.Date.Day + 6) / 7, form.Date.DayOfWeek),
        };
        if (rule is not null)
        {
            return RitualSchedule.Beginning(rule, own?.First ?? form.Date, now, form.At, form.Minutes, zone);
        }

        var once = new RitualSchedule(null, form.Date, form.At, form.Minutes, zone);
        return once.Next(now) is null ? null : once;
    }
}
