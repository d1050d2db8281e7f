using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds one date, or a date of every year.</summary>
internal sealed class DateStage(PhraseContext context, LocalTime start)
{
    /// <summary>What has to be clarified; null if the date is clear.</summary>
    public Clarification? Check(ScheduleDraft draft, out DayPlan? plan)
    {
        plan = null;
        var dates = draft.All<DatePiece>().DistinctBy(date => date.Date).ToList();
        var date = dates[0];
        if (dates.Count > 1)
        {
            return new(QuestionKind.Contradiction, dates[1].At, dates.Take(3).Select(one => draft.Without<DatePiece>().With(one)));
        }

        if (!date.Date.Exists)
        {
            return new(QuestionKind.NoSuchDate, date.At, Nearby(date.Date).Select(spec => draft.Replace(date, date with { Date = spec })));
        }

        var interval = draft.First<IntervalPiece>();
        if (!date.Every && interval is not { Frequency: RecurrenceFrequency.Yearly })
        {
            return Contradiction(draft, date, except: null) ?? Once(draft, date, out plan);
        }

        plan = new DayPlan(new RecurrenceRule
        {
            Frequency = RecurrenceFrequency.Yearly,
            Interval = interval?.Count ?? 1,
            Months = [date.Date.Month],
            MonthDays = [date.Date.Day],
        });
        return Contradiction(draft, date, except: RecurrenceFrequency.Yearly);
    }

    // 'Elke vrijdag 27 november': the Fridays from that date on, or only that Friday.
    private Clarification? Contradiction(ScheduleDraft draft, DatePiece date, RecurrenceFrequency? except)
    {
        var others = draft.Pieces.Where(piece =>
            piece is WeekdaysPiece { Every: true } or WeekdaysPiece { Ordinals.IsEmpty: false } or WeekdaysPiece { Days.Length: > 1 }
                or MonthDaysPiece or WorkingDayOfMonthPiece or ExceptPiece { Days.IsEmpty: false }
            || (piece is IntervalPiece interval && interval.Frequency != except)).ToList();
        var from = new FromPiece(date.Date.From(context.Today), date.At);
        return others.Count == 0 ? null : new(QuestionKind.Contradiction, date.At, [draft.Replace(date, from), draft.Without(others)]);
    }

    private Clarification? Once(ScheduleDraft draft, DatePiece piece, out DayPlan? plan)
    {
        plan = null;
        var (today, spec) = (context.Today, piece.Date);
        var date = spec.From(today);
        var said = spec.Weekday ?? draft.First<WeekdaysPiece>()?.Days[0];
        if (said is { } weekday && date.DayOfWeek != weekday)
        {
            var near = date.PlusDays(-1).DayOfWeek == weekday ? date.PlusDays(-1) : date.Next(weekday);
            return Ask(draft.Without<WeekdaysPiece>(), QuestionKind.DayAndDateDiffer, Proposals.On(date), Proposals.On(near));
        }

        if (context.IsAhead(date + start) || spec.Year is null)
        {
            // If the date is today and the time has passed, a date without a year is next year's.
            plan = new DayPlan(null, context.IsAhead(date + start) ? date : spec.From(today.PlusDays(1)));
            return null;
        }

        var tomorrow = Proposals.On(today.PlusDays(1));
        return date == today || date == today.PlusDays(-1)
            ? Ask(draft, QuestionKind.DateHasPassed, tomorrow, Proposals.On(date.PlusDays(7)))
            : Ask(draft, QuestionKind.DateHasPassed, piece with { Date = spec with { Year = null, Weekday = null } }, tomorrow);

        Clarification Ask(ScheduleDraft rest, QuestionKind kind, Piece one, Piece other) =>
            new(kind, piece.At, [rest.Replace(piece, one), rest.Replace(piece, other)]);
    }

    private static IEnumerable<DateSpec> Nearby(DateSpec date)
    {
        if (date.Month is < 1 or > 12 || date.Day < 1 || date.Year is < 1900 or > 9000)
        {
            return [];
        }

        var last = CalendarSystem.Iso.GetDaysInMonth(date.Year ?? 2026, date.Month);
        var year = date.Month == 12 ? date.Year + 1 : date.Year;
        return [date with { Day = last, Weekday = null }, new DateSpec(year, date.Month % 12 + 1, 1)];
    }
}
