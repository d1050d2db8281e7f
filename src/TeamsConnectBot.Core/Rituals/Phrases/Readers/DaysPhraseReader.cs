using System.Collections.Immutable;
using NodaTime;
using NodaTime.Calendars;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a whole phrase as days: one, a week, a stretch, or the next so many times.</summary>
internal static class DaysPhraseReader
{
    private const int MostTimes = 20;
    private const int MostDays = 366;

    private static readonly Func<Cursor, DayReading?>[] Readers =
        [NextTimes, Until, FromUntil, WeekOf, NumberedWeek, Length, Stretch, Month, Date, Weekday];

    /// <summary>Reads it; null when it says anything else too.</summary>
    public static DayReading? Read(Cursor at)
    {
        foreach (var read in Readers)
        {
            at.Position = 0;
            at.Skip(Sense.Filler);
            var begin = at.Position;
            if ((read(at) ?? WithoutLead(at, begin, read)) is { } reading && IsAtEnd(at))
            {
                return reading;
            }
        }

        return null;
    }

    private static DayReading? WithoutLead(Cursor at, int begin, Func<Cursor, DayReading?> read)
    {
        at.Position = begin;
        at.Skip(Sense.On, Sense.For, Sense.Before, Sense.Of, Sense.From, Sense.In, Sense.Article, Sense.Filler);
        SkipWhole(at);
        return at.Position == begin ? null : read(at);
    }

    // 'heel december', 'the whole week'
    private static void SkipWhole(Cursor at)
    {
        if (at.Peek().Text is "heel" or "hele" or "whole" or "entire")
        {
            at.Position++;
        }
    }

    private static bool IsAtEnd(Cursor at)
    {
        at.Skip(Sense.DayPart, Sense.Filler, Sense.Mark);
        return at.AtEnd;
    }

    private static DayReading? NextTimes(Cursor at)
    {
        at.Skip(Sense.Article);
        var isNext = TakeNext(at);
        var count = at.Is(Sense.Number) && at.Take(Sense.Number, out var number) ? number.Value : 1;
        if (isNext && at.AtEnd && count == 1)
        {
            return new DayReading([], 1);
        }

        // 'één keer' alone is no time in particular.
        return at.Take(Sense.Times) && (isNext || count > 1) && count is >= 1 and <= MostTimes ? new DayReading([], count) : null;
    }

    private static bool TakeNext(Cursor at)
    {
        if (at.Peek().Text is "eerstvolgende" or "eerstvolgend")
        {
            at.Position++;
            return true;
        }

        return at.Take(Sense.Next) || at.Take(Sense.This);
    }

    private static DayReading? Until(Cursor at)
    {
        var isThrough = at.Take(Sense.Through);
        if (!isThrough && !at.Take(Sense.Until) && !at.Take(Sense.To))
        {
            return null;
        }

        return End(at, isThrough) is { } last && last >= at.Today ? Of(at.Today, last) : null;
    }

    private static DayReading? FromUntil(Cursor at)
    {
        at.Skip(Sense.From, Sense.Of, Sense.Starting, Sense.Article);
        if (Day(at) is not { } first)
        {
            return null;
        }

        var isThrough = at.TakeMark("-") || at.Take(Sense.Through) || at.Take(Sense.And);
        return (isThrough || at.Take(Sense.Until) || at.Take(Sense.To)) && End(at, isThrough) is { } last && last >= first
            ? Of(first, last)
            : null;
    }

    // The last day of 'tot kerst', 'until next week', 't/m vrijdag', 'tot eind januari'.
    private static LocalDate? End(Cursor at, bool isThrough)
    {
        var begin = at.Position;
        at.Skip(Sense.Article);
        if (at.Take(Sense.End))
        {
            at.Skip(Sense.Of, Sense.Article);
            return Month(at) is { } ending ? ending.Spans[0].Last : null;
        }

        at.Position = begin;
        if (Day(at) is { } day)
        {
            return isThrough ? day : day.PlusDays(-1);
        }

        at.Position = begin;
        at.Skip(Sense.Article);
        return (Stretch(at) ?? Month(at) ?? Weekday(at)) is { Spans: [.., var span] }
            ? isThrough ? span.Last : span.First.PlusDays(-1)
            : null;
    }

    private static DayReading? WeekOf(Cursor at)
    {
        at.Skip(Sense.Article);
        if (!at.Take(Sense.Week) || !(at.Take(Sense.Of) || at.Take(Sense.From) || at.Take(Sense.In)))
        {
            return null;
        }

        at.Skip(Sense.Article);
        return Day(at) is { } day ? Week(day) : null;
    }

    // 'week 52'
    private static DayReading? NumberedWeek(Cursor at)
    {
        if (!at.Take(Sense.Week) || !at.Take(Sense.Number, out var number) || number.Value is < 1 or > 53)
        {
            return null;
        }

        var rule = WeekYearRules.Iso;
        var year = rule.GetWeekYear(at.Today);
        year += number.Value < rule.GetWeekOfWeekYear(at.Today) ? 1 : 0;
        return number.Value <= rule.GetWeeksInWeekYear(year) ? Week(rule.GetLocalDate(year, number.Value, IsoDayOfWeek.Monday)) : null;
    }

    // '2 weken', 'a month', 'the next three weeks': from today on.
    private static DayReading? Length(Cursor at)
    {
        at.Skip(Sense.For, Sense.Before);
        if (at.Is(Sense.Article) && (at.Is(Sense.Next, 1) || at.Is(Sense.This, 1)))
        {
            at.Position++;
        }

        var isNext = at.Take(Sense.Next) || at.Take(Sense.This);
        var count = 1;
        if (at.Take(Sense.Number, out var number))
        {
            count = number.Value;
        }
        else if (isNext || !at.Take(Sense.Article))
        {
            return null;
        }

        var period = at.Peek().Sense switch
        {
            Sense.Day => Period.FromDays(count),
            Sense.Week => Period.FromWeeks(count),
            Sense.MonthUnit => Period.FromMonths(count),
            _ => null,
        };
        at.Position++;
        if (period is null || count is < 1 or > MostDays)
        {
            return null;
        }

        var end = at.Today + period;
        return Period.DaysBetween(at.Today, end) > MostDays ? null : Of(at.Today, end.PlusDays(-1));
    }

    private static DayReading? Stretch(Cursor at) => StretchReader.Read(at) is { } stretch && stretch.Last >= at.Today
        ? Of(LocalDate.Max(stretch.First, at.Today), stretch.Last)
        : null;

    private static DayReading? Month(Cursor at)
    {
        if (!at.Take(Sense.Month, out var month))
        {
            return null;
        }

        var first = new LocalDate(at.Today.Year + (month.Value < at.Today.Month ? 1 : 0), month.Value, 1);
        return Of(LocalDate.Max(first, at.Today), first.With(DateAdjusters.EndOfMonth));
    }

    private static DayReading? Date(Cursor at)
    {
        var begin = at.Position;
        at.Skip(Sense.On, Sense.Article);
        if (FeastReader.TryTake(at, out var feast))
        {
            return Of(feast, feast);
        }

        at.Position = begin;
        return DateReader.Read(at) switch
        {
            DatePiece { Date.Exists: true } date when Matching(date, at) is { } day => Of(day, day),
            ChoicePiece choice => Of(choice.Options.OfType<DatePiece>().Where(option => option.Date.Exists)
                .Select(option => DaySpan.Of(option.Date.From(at.Today)))),
            _ => null,
        };
    }

    private static DayReading? Weekday(Cursor at)
    {
        at.Skip(Sense.On, Sense.Article);
        if (!at.Take(Sense.Weekday, out var term))
        {
            return null;
        }

        var day = (IsoDayOfWeek)term.Value;
        var next = DaySpan.Of(at.Today.Next(day));
        return new DayReading(at.Today.DayOfWeek == day ? [DaySpan.Of(at.Today), next] : [next], Weekday: day);
    }

    private static LocalDate? Day(Cursor at)
    {
        var begin = at.Position;
        if (Date(at) is { Spans: [var only] })
        {
            return only.First;
        }

        at.Position = begin;
        return Weekday(at) is { Spans: [.., var last] } ? last.First : null;
    }

    // A day of the week that isn't that date's is no clear day.
    private static LocalDate? Matching(DatePiece piece, Cursor at)
    {
        var day = piece.Date.From(at.Today);
        return piece.Date.Weekday is { } weekday && day.DayOfWeek != weekday ? null : day;
    }

    private static DayReading Week(LocalDate day) => Of(day.PlusDays(1 - (int)day.DayOfWeek), day.PlusDays(7 - (int)day.DayOfWeek));

    private static DayReading Of(LocalDate first, LocalDate last) => new([new DaySpan(first, last)]);

    private static DayReading? Of(IEnumerable<DaySpan> spans) =>
        spans.ToImmutableArray() is { IsEmpty: false } all ? new DayReading(all) : null;
}
