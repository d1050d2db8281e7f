using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>The possible meanings of a time or range: 'from 11 to 1' has one, 'from 2 to 3' has two.</summary>
internal static class TimeMeanings
{
    private const int Day = 24 * 60;
    private const int Noon = 12 * 60;
    private const int Evening = 18 * 60;

    /// <summary>The possible meanings in a part of the day, the most likely first.</summary>
    public static List<TimePiece> Of(ClockPiece clock, DayPart? part)
    {
        var starts = part is { } named ? clock.Start.AllMeanings().Where(minute => Clock.IsIn(minute, named)) : clock.Start.Meanings();
        var found = Combine(clock, starts);

        // '7-9 pm': the end shows that the start is not in the morning.
        return found.Count == 0 && part is null ? Combine(clock, clock.Start.AllMeanings()) : found;
    }

    /// <summary>What to propose if the part of the day and the time contradict each other.</summary>
    public static IEnumerable<TimePiece> Anything(ClockPiece clock) => IsReversed(clock)
        ? Reversed(clock, clock.End!.Value)
        : [new(clock.Start.Minute, null, clock.At), new((clock.Start.Minute + Noon) % Day, null, clock.At)];

    /// <summary>Whether a range ends before it begins.</summary>
    public static bool IsReversed(ClockPiece clock) =>
        clock is { Start.Exists: true, End: { Exists: true } end } && end.Minute < clock.Start.Minute;

    // 'From 16:00 to 14:00': the other way round, or past midnight, or only one of the two.
    private static IEnumerable<TimePiece> Reversed(ClockPiece clock, Clock end)
    {
        var start = clock.Start.Minute;
        var before = end.AllMeanings().Where(minute => minute < start).Max();
        var overnight = Day - start + end.Minute;
        if (start - before <= RitualSchedule.MaxMinutes)
        {
            yield return new(before, start - before, clock.At);
        }

        if (overnight <= RitualSchedule.MaxMinutes)
        {
            yield return new(start, overnight, clock.At);
        }

        yield return new(start, null, clock.At);
        yield return new(before, null, clock.At);
    }

    private static List<TimePiece> Combine(ClockPiece clock, IEnumerable<int> starts)
    {
        if (clock.End is not { } end)
        {
            return [.. starts.Select(start => new TimePiece(start, null, clock.At))];
        }

        var isExact = clock.Start.Exact && end.Exact;
        return
        [
            .. from start in starts
               from stop in end.AllMeanings()
               let length = (stop - start + Day) % Day
               where length > 0 && (stop > start || stop == 0 || isExact || start >= Evening)
               where length < RitualSchedule.MaxMinutes || (isExact && length == RitualSchedule.MaxMinutes)
               select new TimePiece(start, length, clock.At),
        ];
    }
}
