using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>What a time or range can stand for: 'from 11 to 1' is only one thing, 'from 2 to 3' two.</summary>
internal static class TimeMeanings
{
    private const int Day = 24 * 60;
    private const int Evening = 18 * 60;

    /// <summary>The times a piece can stand for in a part of the day, the likeliest first.</summary>
    public static List<TimePiece> Of(ClockPiece clock, DayPart? part)
    {
        var starts = part is { } named ? clock.Start.AllMeanings().Where(minute => Clock.IsIn(minute, named)) : clock.Start.Meanings();
        var found = Combine(clock, [.. starts]);

        // '7-9 pm': the end says that the begin isn't in the morning.
        return found.Count == 0 && part is null ? Combine(clock, [.. clock.Start.AllMeanings()]) : found;
    }

    /// <summary>What is left when a part of the day and a time contradict each other.</summary>
    public static IEnumerable<TimePiece> Anything(ClockPiece clock) =>
        IsReversed(clock) ? Reversed(clock, clock.End!.Value) :
        clock.Start.Minute >= 12 * 60
            ? [new TimePiece(clock.Start.Minute, null, clock.At), new TimePiece(clock.Start.Minute - 12 * 60, null, clock.At)]
            : [new TimePiece(clock.Start.Minute, null, clock.At), new TimePiece(clock.Start.Minute + 12 * 60, null, clock.At)];

    /// <summary>Whether the end of a range lies before its begin.</summary>
    public static bool IsReversed(ClockPiece clock) =>
        clock is { Start.Exists: true, End: { Exists: true } end } && end.Minute < clock.Start.Minute;

    // 'From 16:00 to 14:00': the other way round, or on into the night, or one of the two.
    private static IEnumerable<TimePiece> Reversed(ClockPiece clock, Clock end)
    {
        var start = clock.Start.Minute;
        var before = end.AllMeanings().Where(minute => minute < start).Max();
        var overnight = Day - start + end.Minute;
        if (start - before <= RitualSchedule.MostMinutes)
        {
            yield return new TimePiece(before, start - before, clock.At);
        }

        if (overnight <= RitualSchedule.MostMinutes)
        {
            yield return new TimePiece(start, overnight, clock.At);
        }

        yield return new TimePiece(start, null, clock.At);
        yield return new TimePiece(before, null, clock.At);
    }

    private static List<TimePiece> Combine(ClockPiece clock, List<int> starts)
    {
        if (clock.End is not { } end)
        {
            return [.. starts.Select(start => new TimePiece(start, null, clock.At))];
        }

        var isExact = clock.Start.Exact && end.Exact;
        var pairs = from start in starts
                    from stop in end.AllMeanings()
                    let length = (stop - start + Day) % Day
                    where length > 0 && (stop > start || stop == 0 || isExact || start >= Evening)
                    where isExact ? length <= RitualSchedule.MostMinutes : length < RitualSchedule.MostMinutes
                    select new TimePiece(start, length, clock.At);
        return [.. pairs];
    }
}
