using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a date in numbers: '2026-12-03', '27/11', '3-4-2027'.</summary>
internal static class NumericDateReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at, int start, IsoDayOfWeek? weekday)
    {
        var begin = at.Position;
        if (!at.Take(Sense.Number, out var first) || first.Digits == 0 || !TakeMark(at, out var mark)
            || !at.Take(Sense.Number, out var second) || second is not { Glued: true, Digits: 1 or 2 })
        {
            return null;
        }

        var hasThird = at.IsMark(mark) && at.Peek().Glued && at.Is(Sense.Number, 1) && at.Peek(1) is { Glued: true, Digits: 1 or 2 or 4 };
        var third = hasThird ? at.Peek(1) : default;
        var isDate = first.Digits == 4
            ? third.Digits is 1 or 2
            : first.Digits <= 2 && third.Digits != 1 && (hasThird || IsDateWithoutYear(at, begin, mark, first.Value, second.Value));
        if (!isDate)
        {
            return null;
        }

        at.MoveIf(hasThird, 2);
        var span = at.Since(start);
        if (first.Digits == 4)
        {
            return new DatePiece(new DateSpec(first.Value, second.Value, third.Value, weekday), false, span);
        }

        int? year = third.Digits switch { 0 => null, 2 => 2000 + third.Value, _ => third.Value };
        var dayFirst = new DatePiece(new DateSpec(year, second.Value, first.Value, weekday), false, span);
        var monthFirst = new DatePiece(new DateSpec(year, first.Value, second.Value, weekday), false, span);
        return (dayFirst.Date.Exists, monthFirst.Date.Exists) switch
        {
            (true, true) when first.Value != second.Value =>
                new ChoicePiece(QuestionKind.DayOrMonthFirst, [dayFirst, monthFirst], false, span),
            (false, true) => monthFirst,
            _ => dayFirst,
        };
    }

    private static bool TakeMark(Cursor at, out string mark)
    {
        mark = at.Peek().Text;
        return at.Peek().Glued && mark is "-" or "/" or "." && at.TakeMark(mark);
    }

    // '9-10' is a range of hours unless that is impossible or the time is elsewhere; '9.10' is always a time.
    private static bool IsDateWithoutYear(Cursor at, int begin, string mark, int first, int second) => mark switch
    {
        "/" => true,
        "-" => !at.IsAny(Sense.HourMark, Sense.Am, Sense.Pm) && !at.IsMark(":") && !at.IsMark(".")
            && (Math.Max(first, second) > 24 || HasTimeElsewhere(at, begin)),
        _ => false,
    };

    private static bool HasTimeElsewhere(Cursor at, int begin) => at.Terms.Zip(at.Terms.Skip(1)).Index().Any(pair => pair.Item switch
    {
        ({ Sense: Sense.At }, { Sense: Sense.Number }) => pair.Index + 1 != begin,
        ({ Sense: Sense.Number }, { Sense: Sense.Mark, Text: ":", Glued: true }) => true,
        ({ Sense: Sense.Number }, { Sense: Sense.HourMark or Sense.OClock or Sense.Am or Sense.Pm }) => true,
        _ => false,
    });
}
