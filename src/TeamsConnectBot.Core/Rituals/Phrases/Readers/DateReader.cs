using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a date: '3 december', 'Dec 3rd', '2026-12-03', 'vr 27 nov', 'tomorrow', 'volgende week dinsdag'.</summary>
internal static class DateReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.On);

        // 'a week from Friday' begins with the article.
        if (RelativeDateReader.Read(at, start) is { } relative)
        {
            return relative;
        }

        if (at.Position > start && FeastReader.TryTake(at, out var feast))
        {
            return new DatePiece(DateSpec.Of(feast), false, at.Since(start));
        }

        at.Skip(Sense.On, Sense.Article);
        return Read(at, start);
    }

    /// <summary>Whether a date with a month begins here, which then is no time.</summary>
    public static bool StartsDate(Cursor at)
    {
        var start = at.Position;
        var isDate = Read(at) is DatePiece or ChoicePiece { Kind: QuestionKind.DayOrMonthFirst };
        at.Position = start;
        return isDate;
    }

    private static Piece? Read(Cursor at, int start)
    {
        var begin = at.Position;
        var weekday = at.Take(Sense.Weekday, out var day) ? (IsoDayOfWeek?)day.Value : null;
        if (weekday is not null)
        {
            at.TakeMark(",");
            at.Skip(Sense.On, Sense.Article);
        }

        if (Calendar(at, start, weekday) is { } date)
        {
            return date;
        }

        at.Position = begin;
        return RelativeDateReader.Read(at, start);
    }

    private static Piece? Calendar(Cursor at, int start, IsoDayOfWeek? weekday)
    {
        if (NumericDateReader.Read(at, start, weekday) is { } numeric)
        {
            return numeric;
        }

        var begin = at.Position;
        if ((at.Take(Sense.Number, out var day) || at.Take(Sense.Ordinal, out day)) && day.Value is > 0 and < 100)
        {
            at.Skip(Sense.Of);
            if (at.Take(Sense.Month, out var month))
            {
                return new DatePiece(new DateSpec(Year(at), month.Value, day.Value, weekday), false, at.Since(start));
            }
        }

        at.Position = begin;
        if (at.Take(Sense.Month, out var first))
        {
            at.Skip(Sense.Article);
            if ((at.Take(Sense.Number, out day) || at.Take(Sense.Ordinal, out day)) && day.Value is > 0 and < 100 && !IsTime(at))
            {
                return new DatePiece(new DateSpec(Year(at), first.Value, day.Value, weekday), false, at.Since(start));
            }
        }

        at.Position = begin;
        return null;
    }

    private static bool IsTime(Cursor at) =>
        (at.IsMark(":") && at.Is(Sense.Number, 1)) || at.Is(Sense.HourMark) || at.Is(Sense.Am) || at.Is(Sense.Pm);

    private static int? Year(Cursor at)
    {
        var start = at.Position;
        at.TakeMark(",");
        if (at.Is(Sense.Number) && at.Peek() is { Digits: 4, Value: >= 1900 and < 2100 } && !(at.IsMark(":", 1) || at.Is(Sense.HourMark, 1)))
        {
            at.Take(Sense.Number, out var year);
            return year.Value;
        }

        at.Back(start);
        return null;
    }
}
