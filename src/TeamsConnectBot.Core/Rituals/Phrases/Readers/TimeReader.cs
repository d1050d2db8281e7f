using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a time or a range of times, with the words around it.</summary>
internal static class TimeReader
{
    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        var isAt = at.Take(Sense.At);
        var isFrom = !isAt && at.TakeAny(Sense.From, Sense.Starting, Sense.Of);
        at.Skip(Sense.Article);
        at.Take(Sense.At);
        var clockAt = at.Position;

        // 'Een' alone is an article.
        if (!ClockReader.TryRead(at, out var clock, out var form)
            || (form == ClockForm.Bare && !isAt && !isFrom && at.Previous is { Digits: 0, Value: 1 }))
        {
            return null;
        }

        var isBesideHour = at.Position - clockAt > 1 && at.Terms[clockAt..at.Position].Exists(term => term.Sense == Sense.To);
        if (TakeEnd(at, isFrom) is { } end)
        {
            return new ClockPiece(clock, end, ClockForm.Certain, at.Since(start));
        }

        if (at.Take(Sense.Or))
        {
            return Either(at, clock, start);
        }

        form = isAt || isFrom ? ClockForm.Certain : form;
        var piece = new ClockPiece(clock, null, form, at.Since(start), at.Previous.Value);
        return isBesideHour && !isAt ? OrRange(at, clockAt, piece) : piece;
    }

    // 'at 10 or 11'
    private static ChoicePiece? Either(Cursor at, Clock first, int start)
    {
        at.Take(Sense.At);
        if (!ClockReader.TryRead(at, out var second, out _))
        {
            return null;
        }

        var piece = new ClockPiece(first, null, ClockForm.Certain, at.Since(start));
        return new ChoicePiece(QuestionKind.OneTimeOnly, [piece, piece with { Start = second }], true, piece.At);
    }

    // 'Ten to eleven' without 'at' may also be a range.
    private static Piece OrRange(Cursor at, int from, ClockPiece piece)
    {
        var (first, last) = (at.Terms[from], at.Previous);
        if (first.Sense != Sense.Number || last.Sense != Sense.Number || first.Value > 12)
        {
            return piece;
        }

        var range = new ClockPiece(new Clock(first.Value * 60, false), new Clock(last.Value * 60, false), ClockForm.Certain, piece.At);
        return new ChoicePiece(QuestionKind.RangeOrBeforeTheHour, [range, piece], false, piece.At);
    }

    private static Clock? TakeEnd(Cursor at, bool isFrom)
    {
        var start = at.Position;
        var isLinked = at.TakeMark("-") || at.TakeAny(Sense.Until, Sense.To, Sense.Through) || (isFrom && at.Take(Sense.And));
        at.Take(Sense.At);

        // 'until 10 times', '9:00 - 30 min': the number belongs to the word after it.
        if (isLinked && !DateReader.StartsDate(at) && ClockReader.TryRead(at, out var clock, out var form)
            && !(form == ClockForm.Bare && at.IsAny(Sense.Minute, Sense.Times, Sense.HourLength, Sense.Week, Sense.Month)))
        {
            return clock;
        }

        at.Position = start;
        return null;
    }
}
