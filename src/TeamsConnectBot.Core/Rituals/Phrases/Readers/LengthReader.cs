using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads how long: '30 min', 'half uur', '1,5 uur', 'an hour and a half', 'kwartier'.</summary>
internal static class LengthReader
{
    private const int Hour = 60;

    // '2 uur 30 min' is a length, '9 uur 30 min' half an hour from nine.
    private const int MostSaidHours = 6;

    // Longer than any ritual, and still no overflow.
    private const int MostMinutes = 9_999;

    /// <summary>Reads one; null when there is none here.</summary>
    public static Piece? Read(Cursor at)
    {
        var start = at.Position;
        // 'voor een uur'; 'voor 9 uur' is something else.
        var isFor = at.Take(Sense.For) || (at.Is(Sense.Before) && at.Is(Sense.Number, 1) && at.Peek(1).Value <= 4 && at.Is(Sense.HourMark, 2) && at.Take(Sense.Before));
        at.Skip(Sense.Before, Sense.Of);
        at.Skip(Sense.Article);
        if (at.Is(Sense.Number) && at.Peek() is { Digits: 0, Value: 1 } && (at.Is(Sense.LengthWord, 1) || at.Is(Sense.Half, 1)))
        {
            at.Position++;
        }

        return Minutes(at, isFor) is { } minutes ? new LengthPiece(Math.Min(minutes, MostMinutes), at.Since(start)) : null;
    }

    private static int? Minutes(Cursor at, bool isFor)
    {
        if (at.Take(Sense.LengthWord, out var word))
        {
            return word.Value;
        }

        if (at.Take(Sense.Half))
        {
            at.Skip(Sense.Article);
            return TakeHour(at) ? Hour / 2 : null;
        }

        if (at.Take(Sense.OneAndHalf))
        {
            return TakeHour(at) ? Hour * 3 / 2 : null;
        }

        if (at.Is(Sense.HourLength) && at.Position > 0 && at.Terms[at.Position - 1].Sense == Sense.Article)
        {
            at.Position++;
            return Hour + AndMore(at);
        }

        return at.Is(Sense.Number) ? Counted(at, isFor) : null;
    }

    private static int? Counted(Cursor at, bool isFor)
    {
        at.Take(Sense.Number, out var number);
        if (Fraction(at) is { } hundredths)
        {
            return TakeHour(at) ? number.Value * Hour + hundredths * Hour / 100 : null;
        }

        at.TakeMark("-");
        if (at.Take(Sense.Minute))
        {
            return number.Value;
        }

        if (at.Take(Sense.HourLength))
        {
            return number.Value * Hour + AndMore(at);
        }

        if (!at.Is(Sense.HourMark))
        {
            return null;
        }

        // '1 uur' may as well be a time; '1 uur 30 min', '1u30' after 'for' and '2 uur lang' may not.
        at.Position++;
        var more = isFor || number.Value <= MostSaidHours ? AndMore(at) : 0;
        if (more == 0 && isFor && at.Is(Sense.Number) && at.Peek() is { Glued: true, Digits: 2 })
        {
            more = at.Peek().Value;
            at.Position++;
        }

        return isFor || more > 0 || at.Peek().Text is "lang" or "durend" or "long" ? number.Value * Hour + more : null;
    }

    // ',5' or '.5' or '½'; '.15' is a time's.
    private static int? Fraction(Cursor at)
    {
        if (at.TakeMark("½"))
        {
            return 50;
        }

        if ((at.IsMark(",") || at.IsMark(".")) && at.Peek().Glued && at.Is(Sense.Number, 1) && at.Peek(1) is { Glued: true } part
            && (part.Digits == 1 || part.Text is "25" or "75" or "50" && at.IsMark(",")))
        {
            at.Position += 2;
            return part.Digits == 1 ? part.Value * 10 : part.Value;
        }

        return null;
    }

    private static bool TakeHour(Cursor at) => at.Take(Sense.HourMark) || at.Take(Sense.HourLength);

    // 'and 30 minutes', 'and a half', 'and a quarter', '30 min'.
    private static int AndMore(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.And, Sense.Article);
        if (at.Position > start && at.Take(Sense.Half))
        {
            return Hour / 2;
        }

        if (at.Position > start && (at.Take(Sense.Quarter) || at.Is(Sense.LengthWord) && at.Take(Sense.LengthWord)))
        {
            return Hour / 4;
        }

        if (at.Take(Sense.Number, out var minutes) && at.Take(Sense.Minute))
        {
            return minutes.Value;
        }

        at.Back(start);
        return 0;
    }
}
