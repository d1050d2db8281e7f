using System.Collections.Immutable;
using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads days of the week: 'maandag', 'ma-do', 'di en do', 'werkdagen', 'weekend'.</summary>
internal static class DaysReader
{
    private static readonly ImmutableArray<IsoDayOfWeek> WorkingDays = [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)];

    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at) => Read(at, at.Position, false);

    /// <summary>Reads one that begins at an earlier term, such as 'every'.</summary>
    public static Piece? Read(Cursor at, int start, bool every)
    {
        at.Skip(Sense.On, Sense.Article, Sense.In);
        if (at.Is(Sense.From) || at.Is(Sense.Of))
        {
            at.Position++;
        }

        if (TakeDays(at) is not { } days)
        {
            return null;
        }

        return at.Is(Sense.Or) && at.Is(Sense.Weekday, 1) ? Either(at, days, start, every) : Of(days, every, at.Since(start));
    }

    /// <summary>Days of the week and the connections between them; null when there are none here.</summary>
    public static ImmutableArray<IsoDayOfWeek>? TakeDays(Cursor at)
    {
        var days = ImmutableArray.CreateBuilder<IsoDayOfWeek>();
        for (var before = at.Position; ; before = at.Position)
        {
            if (days.Count > 0)
            {
                SkipSharedPart(at);
                at.Skip(Sense.And);
                SkipListMarks(at);
                at.Skip(Sense.And, Sense.On, Sense.Every, Sense.Article);
            }

            // Only a connection makes 'elke maandag op dinsdag' one list; 'ma op di' has none.
            var isConnected = days.Count == 0 || at.Position == before || !at.Terms[before..at.Position].TrueForAll(term => term.Sense is Sense.On or Sense.Every or Sense.Article);
            if (!isConnected || !TakeSome(at, days))
            {
                at.Position = before;
                return days.Count == 0 ? null : [.. days.Distinct().Order()];
            }
        }
    }

    private static bool TakeSome(Cursor at, ImmutableArray<IsoDayOfWeek>.Builder days)
    {
        if (at.Take(Sense.WorkingDay))
        {
            days.AddRange(WorkingDays);
            return true;
        }

        if (at.Take(Sense.Weekend))
        {
            days.AddRange(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);
            return true;
        }

        // A date's day of the week is not one of the list: 'ma, vr 27 nov'.
        var start = at.Position;
        if (days.Count > 0 && DateReader.StartsDate(at) || !at.Take(Sense.Weekday, out var first))
        {
            at.Position = start;
            return false;
        }

        var last = TakeRangeEnd(at) ?? first.Value;
        for (var day = first.Value; ; day = day % 7 + 1)
        {
            days.Add((IsoDayOfWeek)day);
            if (day == last)
            {
                return true;
            }
        }
    }

    private static int? TakeRangeEnd(Cursor at)
    {
        var start = at.Position;
        if ((at.TakeMark("-") || at.Take(Sense.Through) || at.Take(Sense.Until) || at.Take(Sense.To)) && !DateReader.StartsDate(at) && at.Take(Sense.Weekday, out var last))
        {
            return last.Value;
        }

        at.Back(start);
        return null;
    }

    // 'maandag- en woensdagochtend', 'maandagochtend en woensdagochtend': the part of the day is said once for all.
    private static void SkipSharedPart(Cursor at)
    {
        var isHanging = at.IsMark("-") && at.Is(Sense.And, 1);
        var isRepeated = at.Is(Sense.DayPart) && (at.Is(Sense.And, 1) || at.IsMark(",", 1)) && at.Is(Sense.Weekday, 2)
            && at.Is(Sense.DayPart, 3) && at.Peek(3).Value == at.Peek().Value;
        at.Position += isHanging || isRepeated ? 1 : 0;
    }

    private static void SkipListMarks(Cursor at)
    {
        while (at.TakeMark(",") || at.TakeMark("/") || at.TakeMark(";"))
        {
        }
    }

    private static ChoicePiece Either(Cursor at, ImmutableArray<IsoDayOfWeek> days, int start, bool every)
    {
        var all = days.ToList();
        while (at.Take(Sense.Or) && TakeDays(at) is { } more)
        {
            all.AddRange(more);
        }

        var span = at.Since(start);
        return new ChoicePiece(QuestionKind.WhichDay, [.. all.Select(day => Of([day], every, span))], true, span);
    }

    private static WeekdaysPiece Of(ImmutableArray<IsoDayOfWeek> days, bool every, Span at) => new(days, [], OrdinalScope.None, 0, every, at);
}
