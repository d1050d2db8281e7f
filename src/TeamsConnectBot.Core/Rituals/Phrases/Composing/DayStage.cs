using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds on which days.</summary>
internal sealed class DayStage(PhraseContext context, LocalTime start)
{
    /// <summary>The doubt there is; null with the days.</summary>
    public Doubt? Check(Draft draft, out DayPlan? plan)
    {
        plan = null;
        if (IntervalStage.Check(draft) is { } doubt)
        {
            return doubt;
        }

        draft = IntervalStage.Simplify(draft);
        if (draft.First<StretchPiece>() is { } stretch)
        {
            return new StretchStage(context, start).Ask(draft, stretch);
        }

        if (draft.Has<DatePiece>())
        {
            return new DateStage(context, start).Check(draft, out plan);
        }

        return RecurringDays(draft, out plan);
    }

    private Doubt? RecurringDays(Draft draft, out DayPlan? plan)
    {
        plan = null;
        var interval = draft.First<IntervalPiece>();
        if (WeekStage.Join(draft) is { } doubt)
        {
            return doubt;
        }

        var (weekdays, counted) = (draft.All<WeekdaysPiece>().Find(piece => piece.Ordinals.IsEmpty), MonthStage.Counted(draft));
        if (counted.Count > 0)
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
