using NodaTime.Calendars;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a whole phrase as days: one day, a week, a period, or a number of next occurrences.</summary>
internal static class DaysPhraseReader
{
    private const int MaxTimes = 20;
    private const int MaxDays = 366;

    private static readonly Func<Cursor, DayReading?>[] Readers =
        [NextTimes, Until, FromUntil, WeekOf, NumberedWeek, Length, NamedPeriod, Month, Date, Weekday];

    /// <summary>Reads it; null if it says anything else.</summary>
    public static DayReading? Read(Cursor at)
    {
        foreach (var read in Readers)
        {
            at.Position = 0;
            at.Skip(Sense.Filler);
            if ((at.Try(read) ?? WithoutLead(at, read)) is { } reading && IsAtEnd(at))
            {
                return reading;
            }
        }

        return null;
    }

    private static DayReading? WithoutLead(Cursor at, Func<Cursor, DayReading?> read)
    {
        var begin = at.Position;
        at.Skip(Sense.On, Sense.For, Sense.Before, Sense.Of, Sense.From, Sense.In, Sense.Article, Sense.Filler);

        // 'heel december', 'the whole week'
        at.MoveIf(at.Peek().Text is "heel" or "hele" or "whole" or "entire");
        return at.Position == begin ? null : read(at);
    }

    private static bool IsAtEnd(Cursor at)
    {
        at.Skip(Sense.DayPart, Sense.Filler, Sense.Mark);
        return at.AtEnd;
    }

    private static DayReading? NextTimes(Cursor at)
    {
        at.Skip(Sense.Article);
        var isNext = at.MoveIf(at.Peek().Text is "eerstvolgende" or "eerstvolgend") || at.TakeAny(Sense.Next, Sense.This);
        var count = at.Take(Sense.Number, out var number) ? number.Value : 1;
        if (isNext && at.AtEnd && count == 1)
        {
            return new DayReading([], 1);
        }

        // 'Eén keer' alone is not a particular occurrence.
        return at.Take(Sense.Times) && (isNext || count > 1) && count is >= 1 and <= MaxTimes ? new DayReading([], count) : null;
    }

    private static DayReading? Until(Cursor at)
    {
        var isThrough = at.Take(Sense.Through);
        return (isThrough || at.TakeAny(Sense.Until, Sense.To)) && End(at, isThrough) is { } last && last >= at.Today
            ? Of(at.Today, last)
            : null;
    }

    private static DayReading? FromUntil(Cursor at)
    {
        var isBetween = at.Take(Sense.From);
        at.Skip(Sense.Of, Sense.Starting, Sense.Article);
        if (Day(at) is not { } first)
        {
            return null;
        }

        var isAnd = at.Take(Sense.And);
        var isThrough = isAnd || at.TakeMark("-") || at.Take(Sense.Through);
        if (!(isThrough || at.TakeAny(Sense.Until, Sense.To)) || End(at, isThrough) is not { } last || last < first)
        {
            return null;
        }

        // 'Tussen 21 januari en 3 februari' is a period; without 'tussen' it is two days, which are one span only if nothing lies between.
        return isAnd && !isBetween && last > first.PlusDays(1) ? null : Of(first, last);
    }

    // The last day of 'tot kerst', 'until next week', 't/m vrijdag', 'tot eind januari'.
    private static LocalDate? End(Cursor at, bool isThrough)
    {
        var begin = at.Position;
        at.Skip(Sense.Article);
        if (at.Take(Sense.End))
        {
            at.Skip(Sense.Of, Sense.Article);
            return Month(at)?.Spans[0].Last;
        }

        at.Position = begin;
        if (Day(at) is { } day)
        {
            return isThrough ? day : day.PlusDays(-1);
        }

        at.Position = begin;
        at.Skip(Sense.Article);
        return (NamedPeriod(at) ?? Month(at) ?? Weekday(at)) is { Spans: [.., var span] }
            ? isThrough ? span.Last : span.First.PlusDays(-1)
            : null;
    }

    private static DayReading? WeekOf(Cursor at)
    {
        at.Skip(Sense.Article);
        if (!at.Take(Sense.Week) || !at.TakeAny(Sense.Of, Sense.From, Sense.In))
        {
            return null;
        }

        at.Skip(Sense.Article);
        return Day(at) is { } day ? WholeWeek(day) : null;
    }

    // 'week 52'
    private static DayReading? NumberedWeek(Cursor at)
    {
        if (!at.Take(Sense.Week) || !at.Take(Sense.Number, out var number) || number.Value is < 1 or > 53)
        {
            return null;
        }

        var rule = WeekYearRules.Iso;
        var year = rule.GetWeekYear(at.Today) + (number.Value < rule.GetWeekOfWeekYear(at.Today) ? 1 : 0);
        return number.Value <= rule.GetWeeksInWeekYear(year)
            ? WholeWeek(rule.GetLocalDate(year, number.Value, IsoDayOfWeek.Monday))
            : null;
    }

    // '2 weken', 'a month', 'the next three weeks': from today on.
    private static DayReading? Length(Cursor at)
    {
        at.Skip(Sense.For, Sense.Before);
        at.MoveIf(at.Is(Sense.Article) && (at.Is(Sense.Next, 1) || at.Is(Sense.This, 1)));
        var isNext = at.TakeAny(Sense.Next, Sense.This);
        var hasNumber = at.Take(Sense.Number, out var number);
        if (!hasNumber && (isNext || !at.Take(Sense.Article)))
        {
            return null;
        }

        var count = hasNumber ? number.Value : 1;
        var period = at.Peek().Sense switch
        {
            Sense.Day => Period.FromDays(count),
            Sense.Week => Period.FromWeeks(count),
            Sense.MonthUnit => Period.FromMonths(count),
            _ => null,
        };
        at.Position++;
        if (period is null || count is < 1 or > MaxDays)
        {
            return null;
        }

        var end = at.Today + period;
        return Period.DaysBetween(at.Today, end) > MaxDays ? null : Of(at.Today, end.PlusDays(-1));
    }

    private static DayReading? NamedPeriod(Cursor at) => PeriodReader.Read(at) is { } period && period.Last >= at.Today
        ? Of(LocalDate.Max(period.First, at.Today), period.Last)
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
        if (HolidayNameReader.TryTake(at, out var holiday))
        {
            return Of(holiday, holiday);
        }

        at.Position = begin;
        var read = DateReader.Read(at);
        var dates = read is ChoicePiece choice ? choice.Options.OfType<DatePiece>() : new[] { read }.OfType<DatePiece>();

        // A single date with another day of the week than its own is unclear.
        var days = from date in dates
                   where date.Date.Exists
                   let day = date.Date.From(at.Today)
                   where read is ChoicePiece || date.Date.Weekday is null || date.Date.Weekday == day.DayOfWeek
                   select DaySpan.Of(day);
        return days.ToImmutableArray() is { IsEmpty: false } spans ? new DayReading(spans) : null;
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

    private static DayReading WholeWeek(LocalDate day) => Of(CalendarWeek.StartOf(day), CalendarWeek.StartOf(day).PlusDays(6));

    private static DayReading Of(LocalDate first, LocalDate last) => new([new DaySpan(first, last)]);
}
