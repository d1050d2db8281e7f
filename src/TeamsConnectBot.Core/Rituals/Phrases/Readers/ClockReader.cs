using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;

namespace TeamsConnectBot.Core.Rituals.Phrases.Readers;

/// <summary>Reads one time: '9:15', '9u30', 'half tien', 'quarter past nine', '3 pm', 'noon', '10 uur', '10'.</summary>
internal static class ClockReader
{
    private const int Noon = 12 * 60;
    private const int Day = 24 * 60;
    private const int NoTime = -1;

    /// <summary>Reads a time without the words before it.</summary>
    public static bool TryRead(Cursor at, out Clock clock, out ClockForm form)
    {
        form = ClockForm.Certain;
        return TryNamed(at, out clock) || TryAbout(at, out clock) || TryHalf(at, out clock) || TryBesideTheHour(at, out clock)
            || TryDigits(at, out clock, out form);
    }

    private static bool TryNamed(Cursor at, out Clock clock)
    {
        clock = new Clock(at.Is(Sense.Noon) ? Noon : 0, true);
        return at.TakeAny(Sense.Noon, Sense.Midnight);
    }

    // 'Een uur of vier' is about four o'clock.
    private static bool TryAbout(Cursor at, out Clock clock)
    {
        var start = at.Position;
        clock = default;
        var isAbout = at.Peek() is { Digits: 0, Value: 1 } && at.Take(Sense.Number)
            && at.TakeAny(Sense.HourMark, Sense.HourLength) && at.Take(Sense.Or);
        if (!isAbout || !TryHour(at, out var hour) || at.IsAny(Sense.HourMark, Sense.HourLength))
        {
            return at.Back(start);
        }

        clock = Of(hour, 0);
        return true;
    }

    // Dutch 'half tien' is 09:30, English 'half ten' is 10:30.
    private static bool TryHalf(Cursor at, out Clock clock)
    {
        var start = at.Position;
        clock = default;
        if (!at.Take(Sense.Half))
        {
            return false;
        }

        var past = at.Take(Sense.Past);
        if (!TryHour(at, out var hour))
        {
            return at.Back(start);
        }

        var isEnglish = past || (at.Previous is { Digits: 0 } word ? IsEnglish(word.Text) : at.Language == Language.English);
        clock = AfterHalf(at, Of(hour, isEnglish ? 30 : -30));
        return true;
    }

    // 'kwart over negen', 'tien voor half tien', 'ten to nine'.
    private static bool TryBesideTheHour(Cursor at, out Clock clock)
    {
        var start = at.Position;
        clock = default;
        if (!TryMinutes(at, out var minutes))
        {
            return false;
        }

        at.Take(Sense.Minute);
        var sign = at.Take(Sense.Past) ? 1 : at.TakeAny(Sense.Before, Sense.To) ? -1 : 0;
        if (sign == 0)
        {
            return at.Back(start);
        }

        var half = at.Take(Sense.Half);
        if (!TryHour(at, out var hour) || (at.Is(Sense.Mark) && at.Peek().Text is ":" or "/" or "." or "-" && at.Is(Sense.Number, 1)))
        {
            return at.Back(start);
        }

        clock = AfterHalf(at, Of(hour, sign * minutes - (half ? 30 : 0)));
        return true;
    }

    private static bool TryMinutes(Cursor at, out int minutes)
    {
        minutes = 15;
        at.Skip(Sense.Article);
        if (at.Take(Sense.Quarter))
        {
            return true;
        }

        // A number in digits before 'to' more likely begins a range, unless people use it for minutes.
        minutes = at.Peek().Value;
        return minutes is >= 1 and <= 29
            && (!(at.Is(Sense.To, 1) || (at.Is(Sense.Minute, 1) && at.Is(Sense.To, 2))) || minutes is 5 or 10 or 20 or 25)
            && at.Take(Sense.Number);
    }

    private static bool TryHour(Cursor at, out int hour)
    {
        hour = at.Peek().Value;
        return hour is >= 0 and <= 24 && at.Take(Sense.Number);
    }

    private static bool TryDigits(Cursor at, out Clock clock, out ClockForm form)
    {
        form = ClockForm.Certain;
        clock = default;
        if (!at.Take(Sense.Number, out var hour))
        {
            return false;
        }

        var minute = 0;
        if (MinutesFollow(at))
        {
            // '1u30' may be a length.
            form = at.Is(Sense.HourMark) ? ClockForm.HourWord : form;
            minute = at.Peek(1).Value;
            at.Position += 2;

            // Seconds, as in a copied '09:00:00', are ignored.
            at.MoveIf(at.IsMark(":") && at.Is(Sense.Number, 1) && at.Peek(1) is { Glued: true, Digits: 2 }, 2);
        }
        else if (hour.Digits is 3 or 4 && hour.Value / 100 < 24 && hour.Value % 100 < 60)
        {
            (hour, minute) = (hour with { Value = hour.Value / 100, Digits = hour.Digits - 2 }, hour.Value % 100);
            form = hour.Text[0] == '0' || at.IsAny(Sense.HourMark, Sense.Am, Sense.Pm) ? ClockForm.Certain : ClockForm.Bare;
        }
        else
        {
            form = ClockForm.Bare;
        }

        var isPadded = hour is { Digits: 2, Value: < 10 };
        clock = WithSuffix(at, hour.Value, minute, isPadded, ref form) with { Spoken = hour.Digits == 0 };
        return true;
    }

    private static Clock WithSuffix(Cursor at, int hour, int minute, bool isPadded, ref ClockForm form)
    {
        // '15.30 hrs'
        at.MoveIf(form == ClockForm.Certain && at.Is(Sense.HourLength));
        if (at.Take(Sense.OClock))
        {
            form = ClockForm.Certain;
        }
        else if (at.Take(Sense.HourMark))
        {
            form = form == ClockForm.Bare ? ClockForm.HourWord : form;
        }

        if (at.TakeAny(Sense.Am, Sense.Pm))
        {
            form = ClockForm.Certain;
            var isPm = at.Previous.Sense == Sense.Pm;
            var minuteOfDay = hour is >= 1 and <= 12 ? (hour % 12 + (isPm ? 12 : 0)) * 60 + minute : hour * 60 + minute;
            return new Clock(minute < 60 && (hour is >= 1 and <= 12 || (isPm && hour is > 12 and < 24)) ? minuteOfDay : NoTime, true);
        }

        return hour > 23 || minute > 59 ? new Clock(NoTime, true) : new Clock(hour * 60 + minute, isPadded || hour is 0 or > 12);
    }

    // '9:15', '9.15', '9u15', '9h15'; not '1.5', not '9 : 15', not the '3' of '1u 3 keer'.
    private static bool MinutesFollow(Cursor at) =>
        (at.IsMark(":") || at.IsMark(".") || at.Is(Sense.HourMark))
        && at.Is(Sense.Number, 1)
        && at.Peek(1).Digits == 2
        && (at.Is(Sense.HourMark)
            ? at.Peek(1).Value < 60 && !Counts(at, 2)
            : at.Peek(1).Glued && (at.Peek().Glued || at.IsMark(":")));

    // '15 uur 30 minuten' and '15 uur 10 keer' are not 15:30 and 15:10.
    private static bool Counts(Cursor at, int ahead) =>
        at.Peek(ahead).Sense
            is Sense.Minute or Sense.Times or Sense.Week or Sense.MonthUnit or Sense.Month or Sense.HourMark or Sense.HourLength
        || (at.Is(Sense.Mark, ahead) && at.Peek(ahead).Text is ":" or "-" or "/");

    private static Clock AfterHalf(Cursor at, Clock clock)
    {
        at.Take(Sense.HourMark);
        return at.TakeAny(Sense.Am, Sense.Pm)
            ? new Clock(clock.Minute % Noon + (at.Previous.Sense == Sense.Pm ? Noon : 0), true)
            : clock;
    }

    private static Clock Of(int hour, int minutes)
    {
        var minute = (hour * 60 + minutes + Day) % Day;

        // 'Half een' is half past twelve, not half past midnight.
        return hour <= 1 && minute is < 60 or >= 23 * 60
            ? new Clock((minute + Noon) % Day, false, Spoken: true)
            : new Clock(minute, minute > 13 * 60, Spoken: true);
    }

    private static bool IsEnglish(string word) => Lexicon.Of(Language.English).SingleWords().Any(each => each.Tokens[0] == word);
}
