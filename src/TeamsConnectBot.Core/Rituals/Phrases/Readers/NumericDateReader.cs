using NodaTime;
using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a date in numbers: '2026-12-03', '27/11', '3-4-2027'.</summary>
internal static class NumericDateReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at, int start, IsoDayOfWeek? weekday)
    {
        var begin = at.Position;
        if (!at.Take(Sense.Number, out var first) || first.Digits == 0 || !TakeMark(at, out var mark) || !at.Take(Sense.Number, out var second) || second is not { Glued: true, Digits: 1 or 2 })
        {
            at.Back(begin);
            return null;
        }

        var third = at.IsMark(mark) && at.Peek().Glued && at.Is(Sense.Number, 1) && at.Peek(1) is { Glued: true, Digits: 1 or 2 or 4 } last ? last : default;
        if (first.Digits == 4)
        {
            return third.Digits is 1 or 2 ? Take(at, new DateSpec(first.Value, second.Value, third.Value, weekday), start) : Give(at, begin);
        }

        if (first.Digits > 2 || third.Digits == 1 || (third.Digits == 0 && !IsDateWithoutYear(at, begin, mark, first.Value, second.Value)))
        {
            return Give(at, begin);
        }

        at.Position += third.Digits > 0 ? 2 : 0;
        int? year = third.Digits switch { 0 => null, 2 => 2000 + third.Value, _ => third.Value };
        var dayFirst = new DateSpec(year, second.Value, first.Value, weekday);
        var monthFirst = new DateSpec(year, first.Value, second.Value, weekday);
        var span = at.Since(start);
        return first.Value == second.Value || !monthFirst.Exists || !dayFirst.Exists
            ? new DatePiece(dayFirst.Exists || !monthFirst.Exists ? dayFirst : monthFirst, false, span)
            : new ChoicePiece(QuestionKind.DayOrMonthFirst, [new DatePiece(dayFirst, false, span), new DatePiece(monthFirst, false, span)], false, span);
    }

    private static bool TakeMark(Cursor at, out string mark)
    {
        mark = at.Peek().Text;
        return at.Is(Sense.Mark) && at.Peek().Glued && mark is "-" or "/" or "." && at.TakeMark(mark);
    }

    // '9-10' is a range of hours unless it can't be, or the time stands elsewhere; '9.10' is always a time.
    private static bool IsDateWithoutYear(Cursor at, int begin, string mark, int first, int second) => mark switch
    {
        "/" => true,
        "-" => !(at.Is(Sense.HourMark) || at.Is(Sense.Am) || at.Is(Sense.Pm) || at.IsMark(":") || at.IsMark("."))
            && (Math.Max(first, second) > 24 || HasTimeElsewhere(at, begin)),
        _ => false,
    };

    private static bool HasTimeElsewhere(Cursor at, int begin)
    {
        for (var index = 0; index < at.Terms.Count - 1; index++)
        {
            var (term, next) = (at.Terms[index], at.Terms[index + 1]);
            var isTime = (term.Sense == Sense.At && next.Sense == Sense.Number && index + 1 != begin)
                || (term.Sense == Sense.Number && next is { Sense: Sense.Mark, Text: ":", Glued: true })
                || (term.Sense == Sense.Number && next.Sense is Sense.HourMark or Sense.OClock or Sense.Am or Sense.Pm);
            if (isTime)
            {
                return true;
            }
        }

        return false;
    }

    private static DatePiece Take(Cursor at, DateSpec date, int start)
    {
        at.Position += 2;
        return new DatePiece(date, false, at.Since(start));
    }

    private static DatePiece? Give(Cursor at, int begin)
    {
        at.Position = begin;
        return null;
    }
}
