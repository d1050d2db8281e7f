using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads from when and until when: 'vanaf 5 januari', 'until 1 March', '10 keer', 'for 6 weeks'.</summary>
internal static class BoundsReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        return First(at, start, From) ?? First(at, start, Until) ?? First(at, start, Count) ?? First(at, start, Lasting);
    }

    private static Piece? First(Cursor at, int start, Func<Cursor, int, Piece?> read)
    {
        at.Position = start;
        return read(at, start);
    }

    private static Piece? From(Cursor at, int start)
    {
        // 'first: Fri 27 Nov', as the echo says it.
        var isFirst = at.Is(Sense.Ordinal) && at.Peek() is { Digits: 0, Value: 1 } && at.IsMark(":", 1);
        if (isFirst)
        {
            at.Position += 2;
        }

        var isStarting = isFirst || at.Take(Sense.Starting);
        if (!isStarting && !at.Take(Sense.From) && !at.Take(Sense.Of))
        {
            return null;
        }

        at.Skip(Sense.On, Sense.In);
        if (FeastReader.TryTake(at, out var feast))
        {
            return new FromPiece(feast, at.Since(start));
        }

        if (TakeDate(at, isUntil: false) is { } date)
        {
            return Bound(date, at.Since(start), spec => new FromPiece(spec.From(at.Today), at.Since(start)));
        }

        // 'starting Monday', but 'from Monday to Thursday' are days.
        if (isStarting && at.Is(Sense.Weekday) && !at.Is(Sense.Until, 1) && !at.Is(Sense.To, 1) && !at.Is(Sense.Through, 1) && !at.IsMark("-", 1))
        {
            at.Take(Sense.Weekday, out var day);
            return new FromPiece(at.Today.PlusDays((day.Value - (int)at.Today.DayOfWeek + 7) % 7), at.Since(start));
        }

        return null;
    }

    private static Piece? Until(Cursor at, int start)
    {
        var isThrough = at.Take(Sense.Through);
        var isBefore = !isThrough && at.Take(Sense.Before);
        if (!isThrough && !isBefore && !at.Take(Sense.Until) && !at.Take(Sense.To))
        {
            return null;
        }

        bool? included = isThrough ? true : isBefore ? false : null;
        if (at.Take(Sense.End))
        {
            at.Skip(Sense.Of, Sense.Article);
            return TakeMonth(at, out var end) ? new UntilPiece(end.With(DateAdjusters.EndOfMonth), true, at.Since(start)) : null;
        }

        // 'Tot kerst' is until the day before: on a feast nothing takes place anyway.
        var beforeFeast = at.Position;
        at.Skip(Sense.Article);
        if (FeastReader.TryTake(at, out var feast))
        {
            return new UntilPiece(feast, isThrough, at.Since(start));
        }

        at.Position = beforeFeast;
        if (TakeDate(at, isUntil: true) is { } date)
        {
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

    private static CountPiece? Count(Cursor at, int start) =>
        at.Take(Sense.Number, out var count) && count.Value != 1 && at.Take(Sense.Times) && !IsPer(at) ? new CountPiece(count.Value, at.Since(start)) : null;

    private static bool IsPer(Cursor at) => at.Is(Sense.Per) || at.Is(Sense.Every) || at.Is(Sense.Article) || at.Is(Sense.EveryMonths) || (at.Is(Sense.In) && at.Is(Sense.Article, 1));

    private static LastingPiece? Lasting(Cursor at, int start)
    {
        at.Skip(Sense.For, Sense.Before, Sense.Article);
        at.Take(Sense.Next);
        if (!at.Take(Sense.Number, out var count) || count.Value is < 1 or > 400)
        {
            return null;
        }

        Period? period = at.Peek().Sense switch
        {
            Sense.Week => Period.FromWeeks(count.Value),
            Sense.MonthUnit => Period.FromMonths(count.Value),
            Sense.QuarterYear => Period.FromMonths(3 * count.Value),
            Sense.Year => Period.FromYears(Math.Min(count.Value, 100)),
            _ => null,
        };
        at.Position += period is null ? 0 : 1;
        return period is null ? null : new LastingPiece(period, at.Since(start));
    }

    // The first day of a month, the nearest from this one on.
    private static bool TakeMonth(Cursor at, out LocalDate first)
    {
        first = default;
        if (!at.Take(Sense.Month, out var month))
        {
            return false;
        }

        var hasYear = at.Is(Sense.Number) && at.Peek() is { Digits: 4, Value: >= 1900 and < 2100 };
        var year = hasYear ? at.Peek().Value : month.Value >= at.Today.Month ? at.Today.Year : at.Today.Year + 1;
        at.Position += hasYear ? 1 : 0;
        first = new LocalDate(year, month.Value, 1);
        return true;
    }

    private static Piece? TakeDate(Cursor at, bool isUntil)
    {
        var start = at.Position;
        if (DateReader.Read(at) is { } date)
        {
            return date;
        }

        at.Position = start;
        at.Skip(Sense.Article);
        if (at.Take(Sense.Next) && (at.Is(Sense.Week) || at.Is(Sense.MonthUnit) || at.Is(Sense.Year)))
        {
            var today = at.Today;
            var next = at.Peek().Sense switch
            {
                Sense.Week => today.PlusDays(8 - (int)today.DayOfWeek),
                Sense.MonthUnit => today.With(DateAdjusters.StartOfMonth).PlusMonths(1),
                _ => new LocalDate(today.Year + 1, 1, 1),
            };
            at.Position++;
            return new DatePiece(DateSpec.Of(next), false, at.Since(start));
        }

        at.Position = start;
        if (!isUntil && TakeMonth(at, out var month))
        {
            return new DatePiece(DateSpec.Of(month), false, at.Since(start));
        }

        at.Position = start;
        return null;
    }

    private static Piece Bound(Piece date, Span span, Func<DateSpec, Piece> make) => date switch
    {
        DatePiece { Date.Exists: true } exact => make(exact.Date),
        ChoicePiece choice => choice with { Options = [.. choice.Options.Select(option => Bound(option, span, make))], At = span },
        _ => new FaultPiece(QuestionKind.NoSuchDate, span),
    };
}
