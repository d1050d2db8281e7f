using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads how often: 'every', 'om de week', 'every other Tuesday', 'weekly', 'once a month', 'every 3 months'.</summary>
internal static class IntervalReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        return Adverb(at, start) ?? TimesPer(at, start) ?? EveryOther(at, start) ?? Every(at, start) ?? PerUnit(at, start);
    }

    private static Piece? Adverb(Cursor at, int start)
    {
        // 'twee-wekelijks', '4-weekly'.
        var begin = at.Position;
        var times = 1;
        if (at.Is(Sense.Number) && at.Peek().Value is >= 1 and <= 99)
        {
            times = at.Peek().Value;
            at.Position++;
            at.TakeMark("-");
        }

        var term = at.Peek();
        (RecurrenceFrequency Frequency, int Count)? interval = term.Sense switch
        {
            Sense.EveryDays => (RecurrenceFrequency.Daily, term.Value),
            Sense.EveryWeeks => (RecurrenceFrequency.Weekly, term.Value),
            Sense.EveryMonths => (RecurrenceFrequency.Monthly, term.Value),
            Sense.EveryQuarters => (RecurrenceFrequency.Monthly, 3 * term.Value),
            Sense.EveryYears => (RecurrenceFrequency.Yearly, term.Value),
            _ => null,
        };
        if (interval is { } found)
        {
            at.Position++;
            return new IntervalPiece(found.Frequency, found.Count * times, at.Since(start), term.Sense == Sense.EveryQuarters);
        }

        if (at.Position > begin)
        {
            at.Position = begin;
            return null;
        }

        switch (term.Sense)
        {
            case Sense.BiWeekly:
                at.Position++;
                return Either(at, start, RecurrenceFrequency.Weekly);
            case Sense.BiMonthly:
                at.Position++;
                return Either(at, start, RecurrenceFrequency.Monthly);
            case Sense.TooOften:
                at.Position++;
                return new FaultPiece(QuestionKind.NotPossible, at.Since(start));
            case Sense.ParityOfWeeks:
                // Even weeks come in a row of two at the end of a long year, so no rule says them.
                at.Position++;
                return new ChoicePiece(QuestionKind.NotPossible, [new IntervalPiece(RecurrenceFrequency.Weekly, 2, at.Since(start)), new IntervalPiece(RecurrenceFrequency.Weekly, 1, at.Since(start))], true, at.Since(start));
            default:
                return null;
        }
    }

    private static ChoicePiece Either(Cursor at, int start, RecurrenceFrequency frequency) => new(
        QuestionKind.HowOften, [new IntervalPiece(frequency, 2, at.Since(start)), new TimesPerPiece(2, frequency, at.Since(start))], true, at.Since(start));

    // '1x per maand', 'twice a week', 'eens per kwartaal'.
    private static Piece? TimesPer(Cursor at, int start)
    {
        var times = 1;
        if (at.Is(Sense.Number) && at.Is(Sense.Times, 1))
        {
            times = at.Peek().Value;
            at.Position += 2;
        }
        else if (at.Is(Sense.Twice))
        {
            times = at.Peek().Value;
            at.Position++;
        }
        else if (!at.Take(Sense.Once))
        {
            return null;
        }

        // '1 keer per kwartaal'
        if (times == 1 && Adverb(at, start) is IntervalPiece interval)
        {
            return interval;
        }

        var begin = at.Position;
        at.Skip(Sense.In, Sense.Per, Sense.Article, Sense.Every);
        var count = at.Take(Sense.Number, out var number) ? number.Value : 1;
        if (at.Position > begin && TakeUnit(at) is { Count: > 0 } unit && count is >= 1 and <= 400)
        {
            return times == 1 || count * unit.Count > 1
                ? times == 1
                    ? new IntervalPiece(unit.Frequency, count * unit.Count, at.Since(start), IsQuarter(at))
                    : new FaultPiece(QuestionKind.NotPossible, at.Since(start))
                : new TimesPerPiece(times, unit.Frequency, at.Since(start));
        }

        at.Position = start;
        return null;
    }

    // 'om de week', 'every other Tuesday', 'om de twee weken'.
    private static Piece? EveryOther(Cursor at, int start)
    {
        if (!at.Take(Sense.EveryOther))
        {
            return null;
        }

        if (Counted(at, start, 2) is { } interval)
        {
            return interval;
        }

        if (at.Take(Sense.WorkingDay))
        {
            return new FaultPiece(QuestionKind.NotPossible, at.Since(start));
        }

        return DaysReader.Read(at, start, true) is WeekdaysPiece days ? new EveryNthWeekPiece(days, 2) : null;
    }

    private static Piece? Every(Cursor at, int start)
    {
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

        var after = at.Position;
        if (DateReader.Read(at) is { } date)
        {
            switch (date)
            {
                case DatePiece { Date.Year: null, Date.Weekday: null } yearly:
                    return yearly with { Every = true, At = at.Since(start) };
                case ChoicePiece:
                    return date;
            }
        }

        at.Position = after;
        if (Counted(at, start, 1) is { } interval)
        {
            return interval;
        }

        at.Position = after;
        if (OrdinalReader.Read(at, start, true) is { } ordinal)
        {
            return ordinal;
        }

        at.Position = after;
        return DaysReader.Read(at, start, true);
    }

    // A number or an ordinal, and a unit: 'two weeks', 'second week', 'week'.
    private static Piece? Counted(Cursor at, int start, int otherwise)
    {
        var begin = at.Position;
        var count = at.Take(Sense.Number, out var number) || (at.Is(Sense.Ordinal) && at.Peek().Value > 0 && at.Take(Sense.Ordinal, out number)) ? number.Value : otherwise;
        at.TakeMark("-");
        if (TakeUnit(at) is { } unit && count is >= 1 and <= 400)
        {
            return (unit.Frequency, unit.Count) switch
            {
                (_, 0) => new FaultPiece(QuestionKind.NotPossible, at.Since(start)),
                (RecurrenceFrequency.Daily, _) when count % 7 == 0 => new IntervalPiece(RecurrenceFrequency.Weekly, count / 7, at.Since(start)),
                _ => new IntervalPiece(unit.Frequency, count * unit.Count, at.Since(start), IsQuarter(at)),
            };
        }

        at.Position = begin;
        return null;
    }

    private static IntervalPiece? PerUnit(Cursor at, int start) =>
        at.Take(Sense.Per) && TakeUnit(at) is { Count: > 0 } unit
            ? new IntervalPiece(unit.Frequency, unit.Count, at.Since(start), IsQuarter(at))
            : null;

    // The unit just taken.
    private static bool IsQuarter(Cursor at) => at.Terms[at.Position - 1].Sense is Sense.QuarterYear or Sense.Quarter;

    private static (RecurrenceFrequency Frequency, int Count)? TakeUnit(Cursor at)
    {
        var sense = at.Peek().Sense;
        (RecurrenceFrequency, int)? unit = sense switch
        {
            Sense.Day => (RecurrenceFrequency.Daily, 1),
            Sense.Week => (RecurrenceFrequency.Weekly, 1),
            Sense.MonthUnit => (RecurrenceFrequency.Monthly, 1),
            Sense.QuarterYear or Sense.Quarter => (RecurrenceFrequency.Monthly, 3),
            Sense.Year => (RecurrenceFrequency.Yearly, 1),
            Sense.HourMark or Sense.HourLength or Sense.Minute => (RecurrenceFrequency.Daily, 0),
            _ => null,
        };
        at.Position += unit is null ? 0 : 1;
        return unit;
    }
}
