using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>The days of a schedule: a rule, or one date.</summary>
/// <param name="Rule">The rule; null for one date.</param>
/// <param name="Date">The date; null with a rule.</param>
/// <param name="BeginsIn">The months in which a rule of several months may begin: the first or last of a quarter; null is any.</param>
internal sealed record DayPlan(RecurrenceRule? Rule, LocalDate? Date = null, int[]? BeginsIn = null);

/// <summary>Finds the days.</summary>
internal sealed class DayStage(PhraseContext context, LocalTime start)
{
    /// <summary>What has to be clarified; null if the days are clear.</summary>
    public Clarification? Check(ScheduleDraft draft, out DayPlan? plan)
    {
        plan = null;
        if (IntervalStage.Check(draft) is { } clarification)
        {
            return clarification;
        }

        draft = IntervalStage.Simplify(draft);
        if (draft.First<PeriodPiece>() is { } period)
        {
            return new PeriodStage(context, start).Ask(draft, period);
        }

        return draft.Has<DatePiece>()
            ? new DateStage(context, start).Check(draft, out plan)
            : WeekStage.Join(draft) ?? RecurringDays(draft, out plan);
    }

    private Clarification? RecurringDays(ScheduleDraft draft, out DayPlan? plan)
    {
        plan = null;
        var interval = draft.First<IntervalPiece>();
        var weekdays = draft.All<WeekdaysPiece>().Find(piece => piece.Ordinals.IsEmpty);
        if (MonthStage.Counted(draft) is { Count: > 0 } counted)
        {
            return new MonthStage(context, start).Check(draft, counted, interval, weekdays, out plan);
        }

        var from = draft.First<FromPiece>();
        switch (interval)
        {
            case { Frequency: RecurrenceFrequency.Monthly or RecurrenceFrequency.Yearly } when weekdays is null && from is not null:
                plan = new DayPlan(MonthStage.SameDayAs(from.Date, interval));
                return null;
            case { Frequency: RecurrenceFrequency.Monthly }:
                return MonthStage.WhichDay(draft, interval, weekdays);
            case { Frequency: RecurrenceFrequency.Yearly }:
                return MonthStage.WhichMonth(draft, interval, weekdays);
            case { Frequency: RecurrenceFrequency.Weekly } when weekdays is null && from is not null:
                draft = draft.With(Proposals.Every(from.Date.DayOfWeek));
                break;
        }

        return new WeekStage(context, start).Check(draft, interval, out plan);
    }
}
