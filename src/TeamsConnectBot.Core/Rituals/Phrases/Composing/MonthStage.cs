using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Days counted in a month, a quarter or a year.</summary>
internal sealed class MonthStage(PhraseContext context, LocalTime start)
{
    private static readonly int[] QuarterBegins = [1, 4, 7, 10];
    private static readonly int[] QuarterEnds = [3, 6, 9, 12];

    /// <summary>The pieces that count days in a month.</summary>
    public static List<Piece> Counted(Draft draft) =>
        [.. draft.Pieces.Where(piece => piece is MonthDaysPiece or WorkingDayOfMonthPiece or WeekdaysPiece { Ordinals.IsEmpty: false })];

    /// <summary>The same day of the month, or of the year, as a date.</summary>
    public static RecurrenceRule SameDayAs(LocalDate date, IntervalPiece interval) => new()
    {
        Frequency = interval.Frequency,
        Interval = interval.Count,
        MonthDays = [date.Day],
        Months = interval.Frequency == RecurrenceFrequency.Yearly ? [date.Month] : [],
    };

    /// <summary>Asks which day of the month.</summary>
    public static Doubt WhichDay(Draft draft, IntervalPiece interval, WeekdaysPiece? weekdays)
    {
        if (weekdays is null)
        {
            return new Doubt(QuestionKind.WhichDayOfMonth, interval.At,
            [
                draft.With(Proposals.FirstOfMonth(IsoDayOfWeek.Monday)),
                draft.With(Proposals.FirstOfMonth(IsoDayOfWeek.Friday) with { Ordinals = [-1] }),
                draft.With(new WorkingDayOfMonthPiece(1, OrdinalScope.Month, Span.None)),
            ]);
        }

        var rest = draft.Without(weekdays);
        return new Doubt(QuestionKind.WhichDayOfMonth, weekdays.At,
        [
            rest.With(weekdays with { Ordinals = [1], Scope = OrdinalScope.Month }),
            rest.With(weekdays with { Ordinals = [-1], Scope = OrdinalScope.Month }),
            draft.Without(interval).Replace(weekdays, weekdays with { Every = true }),
        ]);
    }

    /// <summary>Asks which day of the year.</summary>
    public static Doubt WhichMonth(Draft draft, IntervalPiece interval, WeekdaysPiece? weekdays)
    {
        var rest = weekdays is null ? draft : draft.Without(weekdays);
        var first = Proposals.FirstOfMonth(weekdays?.Days[0] ?? IsoDayOfWeek.Monday) with { Scope = OrdinalScope.NamedMonth };
        return new Doubt(QuestionKind.WhichDayOfMonth, interval.At, [rest.With(first with { Month = 1 }), rest.With(first with { Month = 9 })]);
    }

    /// <summary>The doubt there is; null with the days.</summary>
    public Doubt? Check(Draft draft, List<Piece> counted, IntervalPiece? interval, WeekdaysPiece? weekdays, out DayPlan? plan)
    {
        plan = null;
        var piece = counted[0];
        if (counted.Count > 1)
        {
            return new Doubt(QuestionKind.Contradiction, counted[1].At, counted.Take(3).Select(one => draft.Without(counted).With(one)));
        }

        if (interval is { Frequency: < RecurrenceFrequency.Monthly })
        {
            var weekly = piece is WeekdaysPiece days ? draft.Replace(piece, days with { Ordinals = [], Scope = OrdinalScope.None }) : draft.Without(piece);
            return new Doubt(QuestionKind.Contradiction, interval.At, [draft.Without(interval), weekly]);
        }

        if (draft.All<ExceptPiece>().Find(except => !except.Days.IsEmpty) is { } excepted)
        {
            return new Doubt(QuestionKind.NotPossible, excepted.At, [draft.Without(excepted)]);
        }

        return DoesNotExist(draft, piece) ?? Beside(draft, piece, weekdays) ?? Decide(draft, piece, interval, weekdays, out plan);
    }

    private static Doubt? DoesNotExist(Draft draft, Piece piece) => piece switch
    {
        MonthDaysPiece days when days.Days.Any(day => day is 0 or > 31 or < -1) => new Doubt(
            QuestionKind.NoSuchDate, piece.At, [draft.Replace(piece, days with { Days = [-1] }), draft.Replace(piece, days with { Days = [1] })]),
        WeekdaysPiece days when days.Ordinals.Any(ordinal => ordinal is 0 or > 5) => new Doubt(
            QuestionKind.NoSuchDate, piece.At, [draft.Replace(piece, days with { Ordinals = [-1] }), draft.Replace(piece, days with { Ordinals = [1] })]),
        WorkingDayOfMonthPiece { Ordinal: 0 or > 20 } day => new Doubt(
            QuestionKind.NoSuchDate, piece.At, [draft.Replace(piece, day with { Ordinal = -1 }), draft.Replace(piece, day with { Ordinal = 1 })]),
        _ => null,
    };

    // 'Vrijdag de 13e' goes together, 'elke maandag, eerste dinsdag van de maand' doesn't.
    private static Doubt? Beside(Draft draft, Piece piece, WeekdaysPiece? weekdays) => piece switch
    {
        _ when weekdays is null => null,
        MonthDaysPiece days when days.Every || weekdays.Every => null,
        WeekdaysPiece days when days.Days.SequenceEqual(weekdays.Days) => null,
        _ => new Doubt(QuestionKind.Contradiction, weekdays.At, [draft.Without(weekdays), draft.Without(piece)]),
    };

    private Doubt? Decide(Draft draft, Piece piece, IntervalPiece? interval, WeekdaysPiece? weekdays, out DayPlan? plan)
    {
        plan = null;
        var scope = piece switch { WeekdaysPiece days => days.Scope, WorkingDayOfMonthPiece day => day.Scope, _ => OrdinalScope.Month };
        if (interval is { Frequency: RecurrenceFrequency.Yearly } && scope != OrdinalScope.NamedMonth)
        {
            return new Doubt(QuestionKind.WhichDayOfMonth, interval.At, Enumerable.Range(0, 2).Select(half => draft.Replace(piece, InMonth(piece, 1 + 8 * half))));
        }

        if (scope == OrdinalScope.NamedMonth && interval is { Frequency: RecurrenceFrequency.Monthly })
        {
            return new Doubt(QuestionKind.Contradiction, interval.At, [draft.Without(interval)]);
        }

        var rule = Rule(piece, weekdays, interval?.Count ?? (scope == OrdinalScope.Quarter ? 3 : 1));
        var isOnce = draft.Has<OncePiece>() || (interval is null && !IsEvery(piece) && (scope == OrdinalScope.NamedMonth || (context.Expects == PhraseExpectation.Moment && scope != OrdinalScope.Quarter)));
        var nearest = isOnce ? RitualSchedule.Beginning(rule, LocalDate.MinIsoValue, context.Now, start, 1, context.Zone)?.First : null;
        var isQuarterly = scope == OrdinalScope.Quarter
            || (interval is { IsQuarters: true } && scope != OrdinalScope.NamedMonth && !draft.Has<FromPiece>());
        plan = isOnce && nearest is not null
            ? new DayPlan(null, nearest)
            : new DayPlan(rule, null, isQuarterly ? IsLast(piece) ? QuarterEnds : QuarterBegins : null);
        return null;
    }

    private static Piece InMonth(Piece piece, int month) => piece switch
    {
        WeekdaysPiece days => days with { Scope = OrdinalScope.NamedMonth, Month = month },
        MonthDaysPiece days => new DatePiece(new DateSpec(null, month, Math.Clamp(days.Days[0], 1, 28)), true, Span.None),
        _ => Proposals.FirstOfMonth(IsoDayOfWeek.Monday) with { Scope = OrdinalScope.NamedMonth, Month = month },
    };

    private static bool IsEvery(Piece piece) => piece is WeekdaysPiece { Every: true } or MonthDaysPiece { Every: true };

    private static bool IsLast(Piece piece) =>
        piece is WeekdaysPiece { Ordinals: [< 0] } or WorkingDayOfMonthPiece { Ordinal: < 0 } or MonthDaysPiece { Days: [-1] };

    private static RecurrenceRule Rule(Piece piece, WeekdaysPiece? weekdays, int interval)
    {
        var monthly = new RecurrenceRule { Frequency = RecurrenceFrequency.Monthly, Interval = interval };
        return piece switch
        {
            MonthDaysPiece days => monthly with { MonthDays = days.Days, Days = [.. (weekdays?.Days ?? []).Select(day => new RuleDay(day))] },
            WorkingDayOfMonthPiece day => monthly with { Days = RecurrenceRule.Weekly(Enumerable.Range(1, 5).Select(each => (IsoDayOfWeek)each)).Days, Position = day.Ordinal },
            WeekdaysPiece days when days.Scope == OrdinalScope.NamedMonth => Ordinals(monthly, days) with { Frequency = RecurrenceFrequency.Yearly, Months = [days.Month] },
            _ => Ordinals(monthly, (WeekdaysPiece)piece),
        };
    }

    private static RecurrenceRule Ordinals(RecurrenceRule monthly, WeekdaysPiece days) =>
        monthly with { Days = [.. from ordinal in days.Ordinals from day in days.Days select new RuleDay(day, ordinal)] };
}
