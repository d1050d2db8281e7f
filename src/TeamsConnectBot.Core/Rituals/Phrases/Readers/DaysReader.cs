using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads days of the week: 'maandag', 'ma-do', 'di en do', 'werkdagen', 'weekend'.</summary>
internal static class DaysReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at) => Read(at, at.Position, false);

    /// <summary>Reads one that begins at an earlier term, such as 'every'.</summary>
    public static Piece? Read(Cursor at, int start, bool every)
    {
        at.Skip(Sense.On, Sense.Article, Sense.In);
        at.TakeAny(Sense.From, Sense.Of);
        if (TakeDays(at) is not { } days)
        {
            return null;
        }

        return at.Is(Sense.Or) && at.Is(Sense.Weekday, 1) ? Either(at, days, start, every) : Of(days, every, at.Since(start));
    }

    /// <summary>Takes days of the week and the connectives between them; null if there are none here.</summary>
    public static ImmutableArray<IsoDayOfWeek>? TakeDays(Cursor at)
    {
        List<IsoDayOfWeek> days = [];
        for (var before = at.Position; ; before = at.Position)
        {
            if (days.Count > 0)
            {
                SkipSharedPart(at);
                at.Skip(Sense.And);
                while (at.TakeMark(",") || at.TakeMark("/") || at.TakeMark(";"))
                {
                }

                at.Skip(Sense.And, Sense.On, Sense.Every, Sense.Article);
            }

            // Without a connective, as in 'elke maandag op dinsdag', the second day is not part of the list.
            var isConnected = days.Count == 0 || at.Position == before
                || at.Terms[before..at.Position].Exists(term => term.Sense is not (Sense.On or Sense.Every or Sense.Article));
            if (!isConnected || !TakeSome(at, days))
            {
                at.Position = before;
                return days.Count == 0 ? null : [.. days.Distinct().Order()];
            }
        }
    }

    private static bool TakeSome(Cursor at, List<IsoDayOfWeek> days)
    {
        if (at.TakeAny(Sense.WorkingDay, Sense.Weekend))
        {
            days.AddRange(at.Previous.Sense == Sense.Weekend ? CalendarWeek.Days[5..] : CalendarWeek.WorkingDays);
            return true;
        }

        // The day of the week of a date is not in the list: 'ma, vr 27 nov'.
        if ((days.Count > 0 && DateReader.StartsDate(at)) || !at.Take(Sense.Weekday, out var first))
        {
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
        var isRange = at.TakeMark("-") || at.TakeAny(Sense.Through, Sense.Until, Sense.To);
        if (isRange && !DateReader.StartsDate(at) && at.Take(Sense.Weekday, out var last))
        {
            return last.Value;
        }

        at.Position = start;
        return null;
    }

    // 'maandag- en woensdagochtend', 'maandagochtend en woensdagochtend': both days share the part of the day.
    private static void SkipSharedPart(Cursor at)
    {
        var isHanging = at.IsMark("-") && at.Is(Sense.And, 1);
        var isRepeated = at.Is(Sense.DayPart) && (at.Is(Sense.And, 1) || at.IsMark(",", 1)) && at.Is(Sense.Weekday, 2)
            && at.Is(Sense.DayPart, 3) && at.Peek(3).Value == at.Peek().Value;
        at.MoveIf(isHanging || isRepeated);
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

    private static WeekdaysPiece Of(ImmutableArray<IsoDayOfWeek> days, bool every, TextSpan at) =>
        new(days, [], OrdinalScope.None, 0, every, at);
}
