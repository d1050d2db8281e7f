using TeamsConnectBot.Core.Rituals.Phrases.Pieces;
using TeamsConnectBot.Core.Rituals.Phrases.Words;
using TeamsConnectBot.Core.Rituals.Schedules;

namespace TeamsConnectBot.Core.Rituals.Phrases.Composing;

/// <summary>What a time or range can stand for: 'from 11 to 1' is only one thing, 'from 2 to 3' two.</summary>
internal static class TimeMeanings
{
    private const int Day = 24 * 60;

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
        clock.Start.Minute >= 12 * 60
            ? [new TimePiece(clock.Start.Minute, null, clock.At), new TimePiece(clock.Start.Minute - 12 * 60, null, clock.At)]
            : [new TimePiece(clock.Start.Minute, null, clock.At), new TimePiece(clock.Start.Minute + 12 * 60, null, clock.At)];

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
                    where length > 0 && (isExact ? length <= RitualSchedule.MostMinutes : length < RitualSchedule.MostMinutes)
                    select new TimePiece(start, length, clock.At);
        return [.. pairs];
    }
}
