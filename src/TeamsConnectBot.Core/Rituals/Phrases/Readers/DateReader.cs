using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a date: '3 december', 'Dec 3rd', '2026-12-03', 'vr 27 nov', 'tomorrow', 'volgende week dinsdag'.</summary>
internal static class DateReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.On);

        // Articles are skipped later, because 'a week from Friday' begins with one.
        if (RelativeDateReader.Read(at, start) is { } relative)
        {
            return relative;
        }

        if (at.Position > start && HolidayNameReader.TryTake(at, out var holiday))
        {
            return new DatePiece(DateSpec.Of(holiday), false, at.Since(start));
        }

        at.Skip(Sense.On, Sense.Article);
        return at.Try(here => Calendar(here, start)) ?? RelativeDateReader.Read(at, start);
    }

    /// <summary>Whether a date with a month begins here, which is then not a time.</summary>
    public static bool StartsDate(Cursor at) =>
        at.Sees(here => Read(here) is DatePiece or ChoicePiece { Kind: QuestionKind.DayOrMonthFirst });

    private static Piece? Calendar(Cursor at, int start)
    {
        IsoDayOfWeek? weekday = null;
        if (at.Take(Sense.Weekday, out var day))
        {
            weekday = (IsoDayOfWeek)day.Value;
            at.TakeMark(",");
            at.Skip(Sense.On, Sense.Article);
        }

        return at.Try(here => NumericDateReader.Read(here, start, weekday))
            ?? at.Try(here => DayFirst(here, start, weekday))
            ?? at.Try(here => MonthFirst(here, start, weekday));
    }

    private static DatePiece? DayFirst(Cursor at, int start, IsoDayOfWeek? weekday)
    {
        if (!TakeDay(at, out var day))
        {
            return null;
        }

        at.Skip(Sense.Of);
        return at.Take(Sense.Month, out var month) ? Of(at, start, month.Value, day, weekday) : null;
    }

    private static DatePiece? MonthFirst(Cursor at, int start, IsoDayOfWeek? weekday)
    {
        if (!at.Take(Sense.Month, out var month))
        {
            return null;
        }

        at.Skip(Sense.Article);
        return TakeDay(at, out var day) && !IsTime(at) ? Of(at, start, month.Value, day, weekday) : null;
    }

    private static DatePiece Of(Cursor at, int start, int month, int day, IsoDayOfWeek? weekday) =>
        new(new DateSpec(TakeYear(at), month, day, weekday), false, at.Since(start));

    private static bool TakeDay(Cursor at, out int day)
    {
        day = at.Peek().Value;
        return at.TakeAny(Sense.Number, Sense.Ordinal) && day is > 0 and < 100;
    }

    private static bool IsTime(Cursor at) =>
        (at.IsMark(":") && at.Is(Sense.Number, 1)) || at.IsAny(Sense.HourMark, Sense.Am, Sense.Pm);

    private static int? TakeYear(Cursor at)
    {
        var start = at.Position;
        at.TakeMark(",");
        if (at.Peek() is { Digits: 4, Value: >= 1900 and < 2100 } year
            && !at.IsMark(":", 1)
            && !at.Is(Sense.HourMark, 1)
            && at.Take(Sense.Number))
        {
            return year.Value;
        }

        at.Position = start;
        return null;
    }
}
