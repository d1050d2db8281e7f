using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>Finds days by their place in a month, a quarter or a year.</summary>
internal sealed class MonthStage(PhraseContext context, LocalTime start)
{
    private static readonly int[] QuarterBegins = [1, 4, 7, 10];
    private static readonly int[] QuarterEnds = [3, 6, 9, 12];

    /// <summary>The pieces that give days by their place in a month.</summary>
    public static List<Piece> Counted(ScheduleDraft draft) =>
        [.. draft.Pieces.Where(piece => piece is MonthDaysPiece or WorkingDayOfMonthPiece or WeekdaysPiece { Ordinals.IsEmpty: false })];

    /// <summary>The same day of the month or the year as a date.</summary>
    public static RecurrenceRule SameDayAs(LocalDate date, IntervalPiece interval) => new()
    {
        Frequency = interval.Frequency,
        Interval = interval.Count,
        MonthDays = [date.Day],
        Months = interval.Frequency == RecurrenceFrequency.Yearly ? [date.Month] : [],
    };

    /// <summary>Asks which day of the month.</summary>
    public static Clarification WhichDay(ScheduleDraft draft, IntervalPiece interval, WeekdaysPiece? weekdays) => weekdays is null
        ? new(QuestionKind.WhichDayOfMonth, interval.At,
        [
            draft.With(Proposals.OfMonth(IsoDayOfWeek.Monday)),
            draft.With(Proposals.OfMonth(IsoDayOfWeek.Friday, -1)),
            draft.With(new WorkingDayOfMonthPiece(1, OrdinalScope.Month, TextSpan.None)),
        ])
        : new(QuestionKind.WhichDayOfMonth, weekdays.At,
        [
            draft.Replace(weekdays, weekdays with { Ordinals = [1], Scope = OrdinalScope.Month }),
            draft.Replace(weekdays, weekdays with { Ordinals = [-1], Scope = OrdinalScope.Month }),
            draft.Without(interval).Replace(weekdays, weekdays with { Every = true }),
        ]);

    /// <summary>Asks which day of the year.</summary>
    public static Clarification WhichMonth(ScheduleDraft draft, IntervalPiece interval, WeekdaysPiece? weekdays)
    {
        var rest = weekdays is null ? draft : draft.Without(weekdays);
        var first = Proposals.OfMonth(weekdays?.Days[0] ?? IsoDayOfWeek.Monday) with { Scope = OrdinalScope.NamedMonth };
        return new(QuestionKind.WhichDayOfMonth, interval.At, [rest.With(first with { Month = 1 }), rest.With(first with { Month = 9 })]);
    }

    /// <summary>What has to be clarified; null if the days are clear.</summary>
    public Clarification? Check(
        ScheduleDraft draft, List<Piece> counted, IntervalPiece? interval, WeekdaysPiece? weekdays, out DayPlan? plan)
    {
        plan = null;
        var piece = counted[0];
        if (counted.Count > 1)
        {
            return new(QuestionKind.Contradiction, counted[1].At, counted.Take(3).Select(one => draft.Without(counted).With(one)));
        }

        if (interval is { Frequency: < RecurrenceFrequency.Monthly })
        {
            var weekly = piece is WeekdaysPiece days
                ? draft.Replace(piece, days with { Ordinals = [], Scope = OrdinalScope.None })
                : draft.Without(piece);
            return new(QuestionKind.Contradiction, interval.At, [draft.Without(interval), weekly]);
        }

        if (draft.All<ExceptPiece>().Find(except => !except.Days.IsEmpty) is { } excepted)
        {
            return new(QuestionKind.NotPossible, excepted.At, [draft.Without(excepted)]);
        }

        return DoesNotExist(draft, piece) ?? Contradiction(draft, piece, weekdays) ?? Decide(draft, piece, interval, weekdays, out plan);
    }

    // For a day or an ordinal that does not exist, proposes the last and the first instead.
    private static Clarification? DoesNotExist(ScheduleDraft draft, Piece piece)
    {
        IEnumerable<Piece> instead = piece switch
        {
            MonthDaysPiece days when days.Days.Any(day => day is 0 or > 31 or < -1) =>
                [days with { Days = [-1] }, days with { Days = [1] }],
            WeekdaysPiece days when days.Ordinals.Any(ordinal => ordinal is 0 or > 5) =>
                [days with { Ordinals = [-1] }, days with { Ordinals = [1] }],
            WorkingDayOfMonthPiece { Ordinal: 0 or > 20 } day => [day with { Ordinal = -1 }, day with { Ordinal = 1 }],
            _ => [],
        };
        return instead.Any() ? new(QuestionKind.NoSuchDate, piece.At, instead.Select(other => draft.Replace(piece, other))) : null;
    }

    // 'Vrijdag de 13e' is one day, but 'elke maandag, eerste dinsdag van de maand' is a contradiction.
    private static Clarification? Contradiction(ScheduleDraft draft, Piece piece, WeekdaysPiece? weekdays) => piece switch
    {
        _ when weekdays is null => null,
        MonthDaysPiece days when days.Every || weekdays.Every => null,
        WeekdaysPiece days when days.Days.SequenceEqual(weekdays.Days) => null,
        _ => new(QuestionKind.Contradiction, weekdays.At, [draft.Without(weekdays), draft.Without(piece)]),
    };

    private Clarification? Decide(
        ScheduleDraft draft, Piece piece, IntervalPiece? interval, WeekdaysPiece? weekdays, out DayPlan? plan)
    {
        plan = null;
        var scope = piece switch
        {
            WeekdaysPiece days => days.Scope,
            WorkingDayOfMonthPiece day => day.Scope,
            _ => OrdinalScope.Month,
        };
        if (interval is { Frequency: RecurrenceFrequency.Yearly } && scope != OrdinalScope.NamedMonth)
        {
            int[] months = [1, 9];
            return new(QuestionKind.WhichDayOfMonth, interval.At, months.Select(month => draft.Replace(piece, InMonth(piece, month))));
        }

        if (scope == OrdinalScope.NamedMonth && interval is { Frequency: RecurrenceFrequency.Monthly })
        {
            return new(QuestionKind.Contradiction, interval.At, [draft.Without(interval)]);
        }

        var rule = Rule(piece, weekdays, interval?.Count ?? (scope == OrdinalScope.Quarter ? 3 : 1));
        var isMoment = context.Expects == PhraseExpectation.Moment && scope != OrdinalScope.Quarter;
        var isEvery = piece is WeekdaysPiece { Every: true } or MonthDaysPiece { Every: true };
        var isOnce = draft.Has<OncePiece>() || (interval is null && !isEvery && (scope == OrdinalScope.NamedMonth || isMoment));
        if (isOnce && RitualSchedule.Beginning(rule, LocalDate.MinIsoValue, context.Now, start, 1, context.Zone) is { } nearest)
        {
            plan = new DayPlan(null, nearest.First);
            return null;
        }

        var isQuarterly = scope == OrdinalScope.Quarter
            || (interval is { IsQuarters: true } && scope != OrdinalScope.NamedMonth && !draft.Has<FromPiece>());
        plan = new DayPlan(rule, null, isQuarterly ? IsLast(piece) ? QuarterEnds : QuarterBegins : null);
        return null;
    }

    private static Piece InMonth(Piece piece, int month) => piece switch
    {
        WeekdaysPiece days => days with { Scope = OrdinalScope.NamedMonth, Month = month },
        MonthDaysPiece days => new DatePiece(new DateSpec(null, month, Math.Clamp(days.Days[0], 1, 28)), true, TextSpan.None),
        _ => Proposals.OfMonth(IsoDayOfWeek.Monday) with { Scope = OrdinalScope.NamedMonth, Month = month },
    };

    private static bool IsLast(Piece piece) =>
        piece is WeekdaysPiece { Ordinals: [< 0] } or WorkingDayOfMonthPiece { Ordinal: < 0 } or MonthDaysPiece { Days: [-1] };

    private static RecurrenceRule Rule(Piece piece, WeekdaysPiece? weekdays, int interval)
    {
        var monthly = new RecurrenceRule { Frequency = RecurrenceFrequency.Monthly, Interval = interval };
        if (piece is not WeekdaysPiece counted)
        {
            return piece is WorkingDayOfMonthPiece day
                ? monthly with { Days = [.. CalendarWeek.WorkingDays.Select(each => new RuleDay(each))], Position = day.Ordinal }
                : monthly with
                {
                    MonthDays = ((MonthDaysPiece)piece).Days,
                    Days = [.. (weekdays?.Days ?? []).Select(each => new RuleDay(each))],
                };
        }

        var rule =
            monthly with { Days = [.. from ordinal in counted.Ordinals from each in counted.Days select new RuleDay(each, ordinal)] };
        return counted.Scope == OrdinalScope.NamedMonth
            ? rule with { Frequency = RecurrenceFrequency.Yearly, Months = [counted.Month] }
            : rule;
    }
}
