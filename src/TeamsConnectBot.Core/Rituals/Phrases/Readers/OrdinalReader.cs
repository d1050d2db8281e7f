using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads days by their place: 'first Monday of the month', '1e en 3e di vd maand', 'last working day', 'elke 15e'.</summary>
internal static class OrdinalReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at) => Read(at, at.Position, false);

    /// <summary>Reads one that begins at an earlier term, such as 'every'.</summary>
    public static Piece? Read(Cursor at, int start, bool every)
    {
        at.Skip(Sense.On, Sense.Article);
        if (TakeOrdinals(at, out var isInDigits) is not { } ordinals)
        {
            return null;
        }

        if (at.Take(Sense.WorkingDay))
        {
            var scope = TakeScope(at, out _);
            return ordinals is [var only]
                ? new WorkingDayOfMonthPiece(only, scope, at.Since(start))
                : new FaultPiece(QuestionKind.NotPossible, at.Since(start));
        }

        if (at.Is(Sense.Weekday) && DaysReader.TakeDays(at) is { } days)
        {
            return Weekdays(at, days, ordinals, start, every);
        }

        var isClear = at.Take(Sense.Day) ? ordinals is [-1] : isInDigits && !ordinals.Contains(-1);
        return TakeScope(at, out _) == OrdinalScope.Month || isClear ? new MonthDaysPiece(ordinals, every, at.Since(start)) : null;
    }

    private static ImmutableArray<int>? TakeOrdinals(Cursor at, out bool isInDigits)
    {
        isInDigits = true;
        List<int> ordinals = [];
        for (var before = at.Position; ; before = at.Position)
        {
            if (ordinals.Count > 0)
            {
                while (at.TakeMark(",") || at.TakeMark("/") || at.Take(Sense.And))
                {
                }

                at.Skip(Sense.Article, Sense.On);
            }

            if (!at.Take(Sense.Ordinal, out var ordinal))
            {
                at.Position = before;
                return ordinals.Count == 0 ? null : [.. ordinals];
            }

            isInDigits &= ordinal.Digits > 0;
            ordinals.Add(ordinal.Value);
        }
    }

    private static Piece Weekdays(Cursor at, ImmutableArray<IsoDayOfWeek> days, ImmutableArray<int> ordinals, int start, bool every)
    {
        var scope = TakeScope(at, out var month);
        var piece = new WeekdaysPiece(days, ordinals, scope, month, every, at.Since(start));
        if (!every || scope != OrdinalScope.None || ordinals is not [> 1 and < 5])
        {
            return piece;
        }

        // 'Every second Tuesday' is the second of the month or every other week; 'every first' and 'every last' never mean an interval of
        // weeks.
        var everyNthWeek = new EveryNthWeekPiece(piece with { Ordinals = [] }, ordinals[0]);
        return new ChoicePiece(QuestionKind.HowOften, [piece with { Scope = OrdinalScope.Month }, everyNthWeek], false, piece.At);
    }

    // 'of the month', 'van elke maand', 'vd maand', 'per maand', 'in March'.
    private static OrdinalScope TakeScope(Cursor at, out int month)
    {
        var start = at.Position;
        at.Skip(Sense.Of, Sense.In, Sense.Article, Sense.Every, Sense.Per);
        month = at.Peek().Value;
        if (at.Position > start)
        {
            if (at.TakeAny(Sense.Month, Sense.MonthUnit))
            {
                return at.Previous.Sense == Sense.Month ? OrdinalScope.NamedMonth : OrdinalScope.Month;
            }

            if (at.TakeAny(Sense.QuarterYear, Sense.Quarter, Sense.EveryQuarters) || (month == 3 && at.Take(Sense.EveryMonths)))
            {
                return OrdinalScope.Quarter;
            }
        }

        at.Position = start;
        return at.Peek().Value == 1 && at.Take(Sense.EveryMonths) ? OrdinalScope.Month : OrdinalScope.None;
    }
}
