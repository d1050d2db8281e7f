using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads the frequency: 'every', 'om de week', 'every other Tuesday', 'weekly', 'once a month', 'every 3 months'.</summary>
internal static class IntervalReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        return at.Try(here => Adverb(here, start)) ?? at.Try(TimesPer) ?? EveryOther(at) ?? Every(at) ?? PerUnit(at);
    }

    private static Piece? Adverb(Cursor at, int start)
    {
        // 'twee-wekelijks', '4-weekly'.
        var isMultiple = at.Peek().Value is >= 1 and <= 99 && at.Take(Sense.Number);
        var times = isMultiple ? at.Previous.Value : 1;
        _ = isMultiple && at.TakeMark("-");
        var term = at.Peek();
        at.Position++;
        switch (term.Sense)
        {
            case Sense.EveryDays:
                return Interval(RecurrenceFrequency.Daily, term.Value * times);
            case Sense.EveryWeeks:
                return Interval(RecurrenceFrequency.Weekly, term.Value * times);
            case Sense.EveryMonths:
                return Interval(RecurrenceFrequency.Monthly, term.Value * times);
            case Sense.EveryQuarters:
                return Interval(RecurrenceFrequency.Monthly, 3 * term.Value * times) with { IsQuarters = true };
            case Sense.EveryYears:
                return Interval(RecurrenceFrequency.Yearly, term.Value * times);
            case Sense.BiWeekly when !isMultiple:
                return EveryTwoOrTwicePer(RecurrenceFrequency.Weekly);
            case Sense.BiMonthly when !isMultiple:
                return EveryTwoOrTwicePer(RecurrenceFrequency.Monthly);
            case Sense.TooOften when !isMultiple:
                return new FaultPiece(QuestionKind.NotPossible, at.Since(start));
            case Sense.ParityOfWeeks when !isMultiple:
                // A rule cannot express even or odd weeks: a year of 53 weeks is followed by another odd week.
                return Choice(QuestionKind.NotPossible, Interval(RecurrenceFrequency.Weekly, 2), Interval(RecurrenceFrequency.Weekly, 1));
            default:
                return null;
        }

        IntervalPiece Interval(RecurrenceFrequency frequency, int count) => new(frequency, count, at.Since(start));

        ChoicePiece Choice(QuestionKind kind, Piece one, Piece other) => new(kind, [one, other], true, at.Since(start));

        ChoicePiece EveryTwoOrTwicePer(RecurrenceFrequency frequency) =>
            Choice(QuestionKind.HowOften, Interval(frequency, 2), new TimesPerPiece(2, frequency, at.Since(start)));
    }

    // '1x per maand', 'twice a week', 'eens per kwartaal'.
    private static Piece? TimesPer(Cursor at)
    {
        var start = at.Position;
        var isCounted = at.Is(Sense.Number) && at.Is(Sense.Times, 1);
        var times = isCounted || at.Is(Sense.Twice) ? at.Peek().Value : 1;
        if (!at.MoveIf(isCounted, 2) && !at.TakeAny(Sense.Twice, Sense.Once))
        {
            return null;
        }

        // '1 keer per kwartaal'
        if (times == 1 && at.Try(here => Adverb(here, start) as IntervalPiece) is { } interval)
        {
            return interval;
        }

        var begin = at.Position;
        at.Skip(Sense.In, Sense.Per, Sense.Article, Sense.Every);
        var count = at.Take(Sense.Number, out var number) ? number.Value : 1;
        if (at.Position == begin || TakeUnit(at) is not { Count: > 0 } unit || count is < 1 or > 400)
        {
            return null;
        }

        return (times, count * unit.Count) switch
        {
            (_, > RecurrenceRule.MaxInterval) => new FaultPiece(QuestionKind.NotPossible, at.Since(start)),
            (1, var every) => new IntervalPiece(unit.Frequency, every, at.Since(start), IsQuarter(at)),
            (_, 1) => new TimesPerPiece(times, unit.Frequency, at.Since(start)),
            _ => new FaultPiece(QuestionKind.NotPossible, at.Since(start)),
        };
    }

    // 'om de week', 'every other Tuesday', 'om de twee weken'.
    private static Piece? EveryOther(Cursor at)
    {
        var start = at.Position;
        if (!at.Take(Sense.EveryOther))
        {
            return null;
        }

        if (at.Try(here => Counted(here, start, 2)) is { } interval)
        {
            return interval;
        }

        if (at.Take(Sense.WorkingDay))
        {
            return new FaultPiece(QuestionKind.NotPossible, at.Since(start));
        }

        return DaysReader.Read(at, start, true) is WeekdaysPiece days ? new EveryNthWeekPiece(days, 2) : null;
    }

    private static Piece? Every(Cursor at)
    {
        var start = at.Position;
        if (!at.Take(Sense.Every))
        {
            return null;
        }

        at.Skip(Sense.Article);
        if (at.Is(Sense.ParityOfWeeks))
        {
            return Adverb(at, start);
        }

        if (at.Is(Sense.DayPart))
        {
            // 'elke ochtend'
            return new IntervalPiece(RecurrenceFrequency.Daily, 1, at.Since(start));
        }

        return at.Try(here => YearlyDate(here, start)) ?? at.Try(here => Counted(here, start, 1))
            ?? at.Try(here => OrdinalReader.Read(here, start, true)) ?? DaysReader.Read(at, start, true);
    }

    private static Piece? YearlyDate(Cursor at, int start) => DateReader.Read(at) switch
    {
        DatePiece { Date.Year: null, Date.Weekday: null } yearly => yearly with { Every = true, At = at.Since(start) },
        ChoicePiece choice => choice,
        _ => null,
    };

    // A number or an ordinal, and a unit: 'two weeks', 'second week', 'week'.
    private static Piece? Counted(Cursor at, int start, int defaultCount)
    {
        var hasCount = at.Take(Sense.Number, out var number) || (at.Peek().Value > 0 && at.Take(Sense.Ordinal, out number));
        var count = hasCount ? number.Value : defaultCount;
        at.TakeMark("-");
        if (TakeUnit(at) is not { } unit || count is < 1 or > 400)
        {
            return null;
        }

        return (unit.Frequency, unit.Count) switch
        {
            (_, 0) => new FaultPiece(QuestionKind.NotPossible, at.Since(start)),
            (_, var units) when count * units > RecurrenceRule.MaxInterval => new FaultPiece(QuestionKind.NotPossible, at.Since(start)),
            (RecurrenceFrequency.Daily, _) when count % 7 == 0 => new IntervalPiece(RecurrenceFrequency.Weekly, count / 7, at.Since(start)),
            _ => new IntervalPiece(unit.Frequency, count * unit.Count, at.Since(start), IsQuarter(at)),
        };
    }

    private static IntervalPiece? PerUnit(Cursor at)
    {
        var start = at.Position;
        return at.Take(Sense.Per) && TakeUnit(at) is { Count: > 0 } unit
            ? new IntervalPiece(unit.Frequency, unit.Count, at.Since(start), IsQuarter(at))
            : null;
    }

    // Whether the unit just taken is a quarter.
    private static bool IsQuarter(Cursor at) => at.Previous.Sense is Sense.QuarterYear or Sense.Quarter;

    private static (RecurrenceFrequency Frequency, int Count)? TakeUnit(Cursor at)
    {
        (RecurrenceFrequency, int)? unit = at.Peek().Sense switch
        {
            Sense.Day => (RecurrenceFrequency.Daily, 1),
            Sense.Week => (RecurrenceFrequency.Weekly, 1),
            Sense.MonthUnit => (RecurrenceFrequency.Monthly, 1),
            Sense.QuarterYear or Sense.Quarter => (RecurrenceFrequency.Monthly, 3),
            Sense.Year => (RecurrenceFrequency.Yearly, 1),
            Sense.HourMark or Sense.HourLength or Sense.Minute => (RecurrenceFrequency.Daily, 0),
            _ => null,
        };
        at.MoveIf(unit is not null);
        return unit;
    }
}
