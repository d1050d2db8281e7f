using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads when a ritual begins and ends: 'vanaf 5 januari', 'until 1 March', '10 keer', 'for 6 weeks'.</summary>
internal static class BoundsReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at) => at.Try(From) ?? at.Try(Until) ?? at.Try<Piece>(Count) ?? at.Try(Lasting);

    private static Piece? From(Cursor at)
    {
        var start = at.Position;

        // 'first: Fri 27 Nov', as in a copied schedule.
        var isStarting = at.MoveIf(at.Is(Sense.Ordinal) && at.Peek() is { Digits: 0, Value: 1 } && at.IsMark(":", 1), 2)
            || at.Take(Sense.Starting);
        if (!isStarting && !at.TakeAny(Sense.From, Sense.Of))
        {
            return null;
        }

        at.Skip(Sense.On, Sense.In);
        if (HolidayNameReader.TryTake(at, out var holiday))
        {
            return new FromPiece(holiday, at.Since(start));
        }

        if (TakeDate(at, isUntil: false) is { } date)
        {
            return Bound(date, at.Since(start), spec => new FromPiece(spec.From(at.Today), at.Since(start)));
        }

        // 'starting Monday', but 'from Monday to Thursday' is a list of days.
        if (isStarting && at.Take(Sense.Weekday, out var day) && !at.IsAny(Sense.Until, Sense.To, Sense.Through) && !at.IsMark("-"))
        {
            return new FromPiece(at.Today.With(DateAdjusters.NextOrSame((IsoDayOfWeek)day.Value)), at.Since(start));
        }

        return null;
    }

    private static Piece? Until(Cursor at)
    {
        var start = at.Position;
        var isThrough = at.Take(Sense.Through);
        var isBefore = !isThrough && at.Take(Sense.Before);
        if (!isThrough && !isBefore && !at.TakeAny(Sense.Until, Sense.To))
        {
            return null;
        }

        if (at.Take(Sense.End))
        {
            at.Skip(Sense.Of, Sense.Article);
            return TakeMonth(at, out var end) ? new UntilPiece(end.With(DateAdjusters.EndOfMonth), true, at.Since(start)) : null;
        }

        // 'Tot kerst' is until the day before; a ritual does not take place on a public holiday anyway.
        var beforeHoliday = at.Position;
        at.Skip(Sense.Article);
        if (HolidayNameReader.TryTake(at, out var holiday))
        {
            return new UntilPiece(holiday, isThrough, at.Since(start));
        }

        at.Position = beforeHoliday;
        if (TakeDate(at, isUntil: true) is { } date)
        {
            bool? included = isThrough ? true : isBefore ? false : null;
            return Bound(date, at.Since(start), spec => new UntilPiece(spec.From(at.Today), included, at.Since(start)));
        }

        if (!TakeMonth(at, out var month))
        {
            return null;
        }

        var whole = new UntilPiece(month.With(DateAdjusters.EndOfMonth), true, at.Since(start));
        var upTo = new UntilPiece(month.PlusDays(-1), true, at.Since(start));
        return isThrough ? whole : isBefore ? upTo : new ChoicePiece(QuestionKind.LastDateIncluded, [upTo, whole], true, at.Since(start));
    }

    private static CountPiece? Count(Cursor at)
    {
        var start = at.Position;
        return at.Take(Sense.Number, out var count) && count.Value != 1 && at.Take(Sense.Times) && !IsPer(at)
            ? new CountPiece(count.Value, at.Since(start))
            : null;
    }

    private static bool IsPer(Cursor at) =>
        at.IsAny(Sense.Per, Sense.Every, Sense.Article, Sense.EveryMonths) || (at.Is(Sense.In) && at.Is(Sense.Article, 1));

    private static LastingPiece? Lasting(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.For, Sense.Before, Sense.Article);
        at.Take(Sense.Next);
        if (!at.Take(Sense.Number, out var count) || count.Value is < 1 or > 400)
        {
            return null;
        }

        var period = at.Peek().Sense switch
        {
            Sense.Week => Period.FromWeeks(count.Value),
            Sense.MonthUnit => Period.FromMonths(count.Value),
            Sense.QuarterYear => Period.FromMonths(3 * count.Value),
            Sense.Year => Period.FromYears(Math.Min(count.Value, 100)),
            _ => null,
        };
        return at.MoveIf(period is not null) ? new LastingPiece(period!, at.Since(start)) : null;
    }

    // The first day of a month, this month or later.
    private static bool TakeMonth(Cursor at, out LocalDate first)
    {
        first = default;
        if (!at.Take(Sense.Month, out var month))
        {
            return false;
        }

        var hasYear = at.MoveIf(at.Is(Sense.Number) && at.Peek() is { Digits: 4, Value: >= 1900 and < 2100 });
        var year = hasYear ? at.Previous.Value : month.Value >= at.Today.Month ? at.Today.Year : at.Today.Year + 1;
        first = new LocalDate(year, month.Value, 1);
        return true;
    }

    private static Piece? TakeDate(Cursor at, bool isUntil) =>
        at.Try(DateReader.Read) ?? at.Try(NextPeriod) ?? (isUntil ? null : at.Try(Month));

    private static DatePiece? NextPeriod(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.Article);
        if (!at.Take(Sense.Next) || !at.TakeAny(Sense.Week, Sense.MonthUnit, Sense.Year))
        {
            return null;
        }

        var next = at.Previous.Sense switch
        {
            Sense.Week => at.Today.Next(IsoDayOfWeek.Monday),
            Sense.MonthUnit => at.Today.With(DateAdjusters.StartOfMonth).PlusMonths(1),
            _ => new LocalDate(at.Today.Year + 1, 1, 1),
        };
        return new DatePiece(DateSpec.Of(next), false, at.Since(start));
    }

    private static DatePiece? Month(Cursor at)
    {
        var start = at.Position;
        return TakeMonth(at, out var month) ? new DatePiece(DateSpec.Of(month), false, at.Since(start)) : null;
    }

    private static Piece Bound(Piece date, TextSpan span, Func<DateSpec, Piece> make) => date switch
    {
        DatePiece { Date.Exists: true } exact => make(exact.Date),
        ChoicePiece choice => choice with { Options = [.. choice.Options.Select(option => Bound(option, span, make))], At = span },
        _ => new FaultPiece(QuestionKind.NoSuchDate, span),
    };
}
