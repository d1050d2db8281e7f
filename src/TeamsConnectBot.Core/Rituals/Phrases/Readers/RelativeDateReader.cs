using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a date relative to today: 'morgen', 'next Tuesday', 'volgende week dinsdag', 'over twee weken'.</summary>
internal static class RelativeDateReader
{
    private const int MaxWeeks = 99;

    /// <summary>Reads a relative date at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at, int start)
    {
        if (at.Take(Sense.RelativeDay, out var relative))
        {
            // 'today week', 'morgen over een week'
            return On(at, at.Today.PlusDays(relative.Value).PlusWeeks(TakeWeeksOn(at)), start);
        }

        return at.Try(here => DaysAhead(here, start)) ?? at.Try(here => WeeksAfterDay(here, start))
            ?? at.Try(here => InNextWeek(here, start)) ?? QualifiedDay(at, start);
    }

    private static DatePiece On(Cursor at, LocalDate date, int start) => new(DateSpec.Of(date), false, at.Since(start));

    // 'over drie dagen', 'in two weeks'.
    private static DatePiece? DaysAhead(Cursor at, int start) =>
        at.TakeAny(Sense.Past, Sense.In) && TakeCount(at, out var count) && at.TakeAny(Sense.Day, Sense.Week)
            ? On(at, at.Today.PlusDays(Math.Min(count, 999) * (at.Previous.Sense == Sense.Week ? 7 : 1)), start)
            : null;

    // 'vrijdag over een week', 'a week from Friday', 'Thursday week', 'two weeks from today'.
    private static DatePiece? WeeksAfterDay(Cursor at, int start)
    {
        var begin = at.Position;
        if (at.Take(Sense.Weekday, out var day) && TakeWeeksAfter(at, out var weeks))
        {
            return After(at, day.Value, weeks, start);
        }

        at.Position = begin;
        if (at.Take(Sense.Weekday, out day) && IsEnglishWeek(at) && !at.Is(Sense.Weekday, 1))
        {
            at.Position++;
            return After(at, day.Value, 1, start);
        }

        at.Position = begin;
        var hasCount = TakeCount(at, out weeks);
        if (at.Take(Sense.Week) && at.TakeAny(Sense.From, Sense.Past, Sense.On) && at.Take(Sense.Weekday, out day))
        {
            return After(at, day.Value, hasCount ? weeks : 1, start);
        }

        at.Position = begin;
        if (!TakeCount(at, out weeks) || !at.Take(Sense.Week))
        {
            return null;
        }

        at.TakeAny(Sense.From, Sense.Past);
        return at.Take(Sense.RelativeDay, out day)
            ? On(at, at.Today.PlusDays(day.Value).PlusWeeks(Math.Min(weeks, MaxWeeks)), start)
            : null;
    }

    private static DatePiece After(Cursor at, int day, int weeks, int start) =>
        On(at, at.Today.Next((IsoDayOfWeek)day).PlusWeeks(Math.Min(weeks, MaxWeeks)), start);

    // Only in English: 'donderdag week' means nothing.
    private static bool IsEnglishWeek(Cursor at) => at.Is(Sense.Week) && at.Peek().Text == "week";

    private static int TakeWeeksOn(Cursor at)
    {
        var begin = at.Position;
        if (at.MoveIf(IsEnglishWeek(at)))
        {
            return 1;
        }

        if (TakeWeeksAfter(at, out var weeks))
        {
            return Math.Min(weeks, MaxWeeks);
        }

        at.Position = begin;
        return 0;
    }

    private static bool TakeWeeksAfter(Cursor at, out int weeks)
    {
        weeks = 0;
        return at.TakeAny(Sense.Past, Sense.In) && TakeCount(at, out weeks) && at.Take(Sense.Week);
    }

    private static bool TakeCount(Cursor at, out int count)
    {
        count = at.Is(Sense.Article) ? 1 : at.Peek().Value;
        return at.TakeAny(Sense.Article, Sense.Number);
    }

    // 'volgende week dinsdag', 'Tuesday next week'.
    private static DatePiece? InNextWeek(Cursor at, int start)
    {
        var hasDay = at.Take(Sense.Weekday, out var day);
        at.Skip(Sense.In, Sense.Of);
        var isNext = at.Take(Sense.Next);
        if ((!isNext && !at.Take(Sense.This)) || !at.Take(Sense.Week))
        {
            return null;
        }

        at.Skip(Sense.On);
        return hasDay || at.Take(Sense.Weekday, out day)
            ? On(at, CalendarWeek.StartOf(at.Today).PlusDays((isNext ? 7 : 0) + day.Value - 1), start)
            : null;
    }

    private static Piece? QualifiedDay(Cursor at, int start)
    {
        if (at.MoveIf(at.Is(Sense.This) && at.Is(Sense.DayPart, 1)))
        {
            return On(at, at.Today, start);
        }

        if (!at.IsAny(Sense.Next, Sense.This) || !at.Is(Sense.Weekday, 1))
        {
            return null;
        }

        var isNext = at.Take(Sense.Next);
        at.Skip(Sense.This);
        at.Take(Sense.Weekday, out var weekday);
        var nearest = at.Today.Next((IsoDayOfWeek)weekday.Value);

        // On a Monday, 'this Monday' may be today, and 'next Tuesday' may be tomorrow or in the week after.
        var other = isNext ? CalendarWeek.StartOf(at.Today).PlusDays(7 + weekday.Value - 1)
            : at.Today.DayOfWeek == nearest.DayOfWeek ? at.Today
            : nearest;
        IEnumerable<DatePiece> options = [On(at, LocalDate.Min(nearest, other), start), On(at, LocalDate.Max(nearest, other), start)];
        return nearest == other ? options.First() : new ChoicePiece(QuestionKind.WhichWeek, [.. options], false, at.Since(start));
    }
}
