using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a date counted from today: 'morgen', 'next Tuesday', 'volgende week dinsdag', 'over twee weken'.</summary>
internal static class RelativeDateReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at, int start)
    {
        if (at.Take(Sense.RelativeDay, out var relative))
        {
            // 'today week', 'morgen over een week'
            var day = at.Today.PlusDays(relative.Value);
            return On(at, day.PlusWeeks(TakeWeeksOn(at)), start);
        }

        return InSoLong(at, start) ?? WeeksAfterDay(at, start) ?? InNextWeek(at, start) ?? QualifiedDay(at, start);
    }

    private static DatePiece On(Cursor at, LocalDate date, int start) => new(DateSpec.Of(date), false, at.Since(start));

    private static DatePiece? InSoLong(Cursor at, int start)
    {
        var begin = at.Position;
        if ((at.Take(Sense.Past) || at.Take(Sense.In)) && TakeCount(at, out var count) && (at.Is(Sense.Day) || at.Is(Sense.Week)))
        {
            var days = at.Is(Sense.Week) ? 7 : 1;
            at.Position++;
            return On(at, at.Today.PlusDays(Math.Min(count, 999) * days), start);
        }

        at.Back(begin);
        return null;
    }

    // 'vrijdag over een week', 'a week from Friday'.
    private static DatePiece? WeeksAfterDay(Cursor at, int start)
    {
        var begin = at.Position;
        if (at.Take(Sense.Weekday, out var day) && (at.Take(Sense.Past) || at.Take(Sense.In)) && TakeCount(at, out var weeks) && at.Take(Sense.Week))
        {
            return On(at, at.Today.Next((IsoDayOfWeek)day.Value).PlusWeeks(Math.Min(weeks, 99)), start);
        }

        // 'Thursday week' is the one after the nearest, and 'week on Thursday' too.
        at.Position = begin;
        if (at.Take(Sense.Weekday, out day) && IsWeekOn(at) && !at.Is(Sense.Weekday, 1))
        {
            at.Position++;
            return On(at, at.Today.Next((IsoDayOfWeek)day.Value).PlusWeeks(1), start);
        }

        at.Position = begin;
        var hasCount = TakeCount(at, out weeks);
        weeks = hasCount ? weeks : 1;
        if (at.Take(Sense.Week) && (at.Take(Sense.From) || at.Take(Sense.Past) || at.Take(Sense.On)) && at.Take(Sense.Weekday, out day))
        {
            return On(at, at.Today.Next((IsoDayOfWeek)day.Value).PlusWeeks(Math.Min(weeks, 99)), start);
        }

        // 'two weeks from today'
        at.Position = begin;
        if (TakeCount(at, out weeks) && at.Take(Sense.Week) && (at.Take(Sense.From) || at.Take(Sense.Past) || hasCount)
            && at.Take(Sense.RelativeDay, out day))
        {
            return On(at, at.Today.PlusDays(day.Value).PlusWeeks(Math.Min(weeks, 99)), start);
        }

        at.Back(begin);
        return null;
    }

    // English only: 'donderdag week' is nothing.
    private static bool IsWeekOn(Cursor at) => at.Is(Sense.Week) && at.Peek().Text == "week";

    private static int TakeWeeksOn(Cursor at)
    {
        var begin = at.Position;
        if (IsWeekOn(at))
        {
            at.Position++;
            return 1;
        }

        if ((at.Take(Sense.Past) || at.Take(Sense.In)) && TakeCount(at, out var weeks) && at.Take(Sense.Week))
        {
            return Math.Min(weeks, 99);
        }

        at.Position = begin;
        return 0;
    }

    private static bool TakeCount(Cursor at, out int count)
    {
        count = at.Is(Sense.Article) ? 1 : at.Peek().Value;
        return at.Take(Sense.Article) || at.Take(Sense.Number);
    }

    // 'volgende week dinsdag', 'Tuesday next week'.
    private static DatePiece? InNextWeek(Cursor at, int start)
    {
        var begin = at.Position;
        var hasDay = at.Take(Sense.Weekday, out var day);
        at.Skip(Sense.In, Sense.Of);
        var isNext = at.Take(Sense.Next);
        if ((isNext || at.Take(Sense.This)) && at.Take(Sense.Week))
        {
            var end = at.Position;
            at.Skip(Sense.On);
            if (!hasDay && !at.Take(Sense.Weekday, out day))
            {
                at.Position = end;
                at.Back(begin);
                return null;
            }

            return On(at, StartOfWeek(at.Today).PlusDays((isNext ? 7 : 0) + day.Value - 1), start);
        }

        at.Back(begin);
        return null;
    }

    private static Piece? QualifiedDay(Cursor at, int start)
    {
        if (at.Is(Sense.This) && at.Is(Sense.DayPart, 1))
        {
            at.Position++;
            return On(at, at.Today, start);
        }

        if ((!at.Is(Sense.Next) && !at.Is(Sense.This)) || !at.Is(Sense.Weekday, 1))
        {
            return null;
        }

        var isNext = at.Take(Sense.Next);
        at.Skip(Sense.This);
        at.Take(Sense.Weekday, out var weekday);
        var day = (IsoDayOfWeek)weekday.Value;
        var nearest = at.Today.Next(day);
        if (!isNext)
        {
            return at.Today.DayOfWeek != day ? On(at, nearest, start) : Choice(at, at.Today, nearest, start);
        }

        // On a Monday 'next Tuesday' may be tomorrow or the day in the week after.
        var ofNextWeek = StartOfWeek(at.Today).PlusDays(7 + weekday.Value - 1);
        return nearest == ofNextWeek ? On(at, nearest, start) : Choice(at, nearest, ofNextWeek, start);
    }

    private static ChoicePiece Choice(Cursor at, LocalDate one, LocalDate other, int start) =>
        new(QuestionKind.WhichWeek, [On(at, one, start), On(at, other, start)], false, at.Since(start));

    private static LocalDate StartOfWeek(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
