using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a time or a range of times, with the words before and after it.</summary>
internal static class TimeReader
{
    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        var isAt = at.Take(Sense.At);
        var isFrom = !isAt && (at.Take(Sense.From) || at.Take(Sense.Starting) || (at.Is(Sense.Of) && at.Take(Sense.Of)));
        at.Skip(Sense.Article);
        at.Take(Sense.At);
        var clockAt = at.Position;
        if (!ClockReader.TryRead(at, out var clock, out var form))
        {
            return null;
        }

        // 'een' alone is an article.
        if (form == ClockForm.Bare && !isAt && !isFrom && at.Terms[at.Position - 1] is { Digits: 0, Value: 1 })
        {
            return null;
        }

        var isBesideHour = at.Position - clockAt > 1 && at.Terms[clockAt..at.Position].Exists(term => term.Sense == Sense.To);
        if (TryEnd(at, isFrom) is { } end)
        {
            return new ClockPiece(clock, end.Clock, ClockForm.Certain, at.Since(start));
        }

        if (at.Is(Sense.Or) && at.Take(Sense.Or))
        {
            return Either(at, clock, start);
        }

        form = isAt || isFrom ? ClockForm.Certain : form;
        var piece = new ClockPiece(clock, null, form, at.Since(start), at.Terms[at.Position - 1].Value);
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

        var span = at.Since(start);
        return new ChoicePiece(
            QuestionKind.OneTimeOnly, [new ClockPiece(first, null, ClockForm.Certain, span), new ClockPiece(second, null, ClockForm.Certain, span)], true, span);
    }

    // 'ten to eleven' without 'at' may be a range as well.
    private static Piece OrRange(Cursor at, int from, ClockPiece piece)
    {
        var (first, last) = (at.Terms[from], at.Terms[at.Position - 1]);
        if (first.Sense != Sense.Number || last.Sense != Sense.Number || first.Value > 12)
        {
            return piece;
        }

        var range = new ClockPiece(new Clock(first.Value * 60, false), new Clock(last.Value * 60, false), ClockForm.Certain, piece.At);
        return new ChoicePiece(QuestionKind.RangeOrBeforeTheHour, [range, piece], false, piece.At);
    }

    private static (Clock Clock, ClockForm Form)? TryEnd(Cursor at, bool isFrom)
    {
        var start = at.Position;
        var linked = at.TakeMark("-") || at.Take(Sense.Until) || at.Take(Sense.To) || at.Take(Sense.Through) || (isFrom && at.Take(Sense.And));
        at.Take(Sense.At);
        if (!linked || DateReader.StartsDate(at) || !ClockReader.TryRead(at, out var clock, out var form))
        {
            at.Back(start);
            return null;
        }

        // 'until 10 times', '9:00 - 30 min': the number belongs to what follows it.
        if (form == ClockForm.Bare && (at.Is(Sense.Minute) || at.Is(Sense.Times) || at.Is(Sense.HourLength) || at.Is(Sense.Week) || at.Is(Sense.Month)))
        {
            at.Back(start);
            return null;
        }

        return (clock, form);
    }
}
