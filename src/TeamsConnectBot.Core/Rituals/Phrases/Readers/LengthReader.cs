using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads a length: '30 min', 'half uur', '1,5 uur', 'an hour and a half', 'kwartier'.</summary>
internal static class LengthReader
{
    private const int Hour = 60;

    // '2 uur 30 min' is a length, but '9 uur 30 min' is half an hour from nine.
    private const int MaxHoursWithMinutes = 6;

    // Longer than any ritual, but short enough not to overflow.
    private const int MaxMinutes = 9_999;

    /// <summary>Reads one at the cursor; null if there is none.</summary>
    public static LengthPiece? Read(Cursor at)
    {
        var start = at.Position;

        // 'Voor een uur' is a length, but 'voor 9 uur' is before nine o'clock.
        var isFor = at.Take(Sense.For)
            || (at.Is(Sense.Number, 1) && at.Peek(1).Value <= 4 && at.Is(Sense.HourMark, 2) && at.Take(Sense.Before));
        at.Skip(Sense.Before, Sense.Of);
        at.Skip(Sense.Article);
        SkipOne(at);
        return Minutes(at, isFor) is { } minutes ? new LengthPiece(Math.Min(minutes, MaxMinutes), at.Since(start)) : null;
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

        if (at.MoveIf(at.Is(Sense.HourLength) && at.Position > 0 && at.Previous.Sense == Sense.Article))
        {
            return Hour + AndMore(at);
        }

        return at.Take(Sense.Number, out var number) ? Counted(at, number.Value, isFor) : null;
    }

    private static int? Counted(Cursor at, int number, bool isFor)
    {
        if (Fraction(at) is { } hundredths)
        {
            return TakeHour(at) ? number * Hour + hundredths * Hour / 100 : null;
        }

        at.TakeMark("-");
        if (at.Take(Sense.Minute))
        {
            return number;
        }

        if (at.Take(Sense.HourLength))
        {
            return number * Hour + AndMore(at);
        }

        if (!at.Take(Sense.HourMark))
        {
            return null;
        }

        // '1 uur' may be a time; '1 uur 30 min', '2 uur lang', and '1u30' after 'for' are lengths.
        var more = isFor || number <= MaxHoursWithMinutes ? AndMore(at) : 0;
        if (more == 0 && isFor && at.MoveIf(at.Is(Sense.Number) && at.Peek() is { Glued: true, Digits: 2 }))
        {
            more = at.Previous.Value;
        }

        return isFor || more > 0 || at.Peek().Text is "lang" or "durend" or "long" ? number * Hour + more : null;
    }

    // The hundredths of ',5', '.5' or '½'; '.15' belongs to a time.
    private static int? Fraction(Cursor at)
    {
        if (at.TakeMark("½"))
        {
            return 50;
        }

        var part = at.Peek(1);
        var isFraction = (at.IsMark(",") || at.IsMark(".")) && at.Peek().Glued && part is { Sense: Sense.Number, Glued: true }
            && (part.Digits == 1 || (part.Text is "25" or "75" or "50" && at.IsMark(",")));
        return at.MoveIf(isFraction, 2) ? part.Digits == 1 ? part.Value * 10 : part.Value : null;
    }

    private static bool TakeHour(Cursor at) => at.TakeAny(Sense.HourMark, Sense.HourLength);

    // The 'een' of 'een kwartier', which is a number too.
    private static void SkipOne(Cursor at) =>
        at.MoveIf(at.Is(Sense.Number) && at.Peek() is { Digits: 0, Value: 1 } && (at.Is(Sense.LengthWord, 1) || at.Is(Sense.Half, 1)));

    // 'and 30 minutes', 'and a half', 'and a quarter', 'and three quarters of an hour', '30 min'.
    private static int AndMore(Cursor at)
    {
        var start = at.Position;
        at.Skip(Sense.And, Sense.Article);
        SkipOne(at);
        if (at.Position > start && at.Take(Sense.Half))
        {
            return Hour / 2;
        }

        if (at.Position > start && at.Take(Sense.LengthWord, out var length))
        {
            return length.Value;
        }

        if (at.Position > start && at.Take(Sense.Quarter))
        {
            return Hour / 4;
        }

        if (at.Take(Sense.Number, out var minutes) && at.Take(Sense.Minute))
        {
            return minutes.Value;
        }

        at.Position = start;
        return 0;
    }
}
