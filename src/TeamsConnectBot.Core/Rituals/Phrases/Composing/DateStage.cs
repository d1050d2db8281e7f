using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>One date, or a date every year.</summary>
internal sealed class DateStage(PhraseContext context, LocalTime start)
{
    private readonly LocalDate today = context.Now.InZone(context.Zone).Date;

    /// <summary>The doubt there is; null with the days.</summary>
    public Doubt? Check(Draft draft, out DayPlan? plan)
    {
        plan = null;
        var dates = draft.All<DatePiece>().DistinctBy(date => date.Date).ToList();
        var date = dates[0];
        if (dates.Count > 1)
        {
            return new Doubt(QuestionKind.Contradiction, dates[1].At, dates.Take(3).Select(one => draft.Without(draft.All<DatePiece>()).With(one)));
        }

        if (!date.Date.Exists)
        {
            return new Doubt(QuestionKind.NoSuchDate, date.At, Nearby(date.Date).Select(spec => draft.Replace(date, date with { Date = spec })));
        }

        var interval = draft.First<IntervalPiece>();
        if (date.Every || interval is { Frequency: RecurrenceFrequency.Yearly })
        {
            plan = new DayPlan(Yearly(date.Date, interval?.Count ?? 1));
            return Others(draft, date, except: RecurrenceFrequency.Yearly);
        }

        return Others(draft, date, except: null) ?? Once(draft, date, out plan);
    }

    private static RecurrenceRule Yearly(DateSpec date, int interval) =>
        new() { Frequency = RecurrenceFrequency.Yearly, Interval = interval, Months = [date.Month], MonthDays = [date.Day] };

    // 'Elke vrijdag 27 november': either the Fridays from then on, or that one.
    private Doubt? Others(Draft draft, DatePiece date, RecurrenceFrequency? except)
    {
        var others = draft.Pieces.Where(piece =>
            piece is WeekdaysPiece { Every: true } or WeekdaysPiece { Ordinals.IsEmpty: false } or WeekdaysPiece { Days.Length: > 1 } or MonthDaysPiece or WorkingDayOfMonthPiece
            || piece is ExceptPiece { Days.IsEmpty: false }
            || (piece is IntervalPiece interval && interval.Frequency != except)).ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var from = new FromPiece(date.Date.From(today), date.At);
        return new Doubt(QuestionKind.Contradiction, date.At, [draft.Replace(date, from), draft.Without(others)]);
    }

    private Doubt? Once(Draft draft, DatePiece piece, out DayPlan? plan)
    {
        plan = null;
        var spec = piece.Date;
        var date = spec.From(today);
        var said = spec.Weekday ?? draft.First<WeekdaysPiece>()?.Days[0];
        if (said is { } weekday && date.DayOfWeek != weekday)
        {
            var rest = draft.Without(draft.All<WeekdaysPiece>());
            var near = date.PlusDays(-1).DayOfWeek == weekday ? date.PlusDays(-1) : date.Next(weekday);
            return new Doubt(QuestionKind.DayAndDateDiffer, piece.At, [rest.Replace(piece, Proposals.On(date)), rest.Replace(piece, Proposals.On(near))]);
        }

        if (IsAhead(date))
        {
            plan = new DayPlan(null, date);
            return null;
        }

        // A date without a year that is today, and too late, is next year's.
        if (spec.Year is null)
        {
            plan = new DayPlan(null, spec.From(today.PlusDays(1)));
            return null;
        }

        Draft[] later = date == today || date == today.PlusDays(-1)
            ? [draft.Replace(piece, Proposals.On(today.PlusDays(1))), draft.Replace(piece, Proposals.On(date.PlusDays(7)))]
            : [draft.Replace(piece, piece with { Date = spec with { Year = null, Weekday = null } }), draft.Replace(piece, Proposals.On(today.PlusDays(1)))];
        return new Doubt(QuestionKind.DateHasPassed, piece.At, later);
    }

    private bool IsAhead(LocalDate date) => (date + start).InZoneLeniently(context.Zone).ToInstant() > context.Now;

    private static IEnumerable<DateSpec> Nearby(DateSpec date)
    {
        if (date.Month is < 1 or > 12 || date.Day < 1 || date.Year is < 1900 or > 9000)
        {
            return [];
        }

        var last = CalendarSystem.Iso.GetDaysInMonth(date.Year ?? 2026, date.Month);
        return [date with { Day = last, Weekday = null }, date with { Year = date.Month == 12 ? date.Year + 1 : date.Year, Month = date.Month % 12 + 1, Day = 1, Weekday = null }];
    }
}
