using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Matching.Candidates;

namespace TeamsConnectBot.Core.Matching.Slots;

/// <summary>
/// What a meeting in a slot asks of one person's day, from their free hours alone: neither their calendar's contents nor
/// their working hours are needed.
/// </summary>
public static class SlotCost
{
    /// <summary>It starts within half an hour of the day's first free moment, or ends within half an hour of the last.</summary>
    public const int DayEdge = 4;

    /// <summary>It leaves no two hours in a row free on a day that had them.</summary>
    public const int BreaksLongBlock = 5;

    /// <summary>Two hours: the shortest stretch that counts as long.</summary>
    public const int LongBlockQuarters = 8;

    /// <summary>The cost of one slot for one person: 0, or the sum of what applies.</summary>
    /// <param name="free">When the person is free.</param>
    /// <param name="slot">A slot in which they are.</param>
    public static int Of(WeekAvailability free, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(free);
        var day = FreeDay.Of(free).Find(day => slot.Start >= day.Start && slot.End <= day.End);
        return day is null ? 0 : Of(day, slot);
    }

    internal static int Of(FreeDay day, Slot slot) =>
        (day.IsAtEdge(slot) ? DayEdge : 0) + (day.LosesLongBlock(slot) ? BreaksLongBlock : 0);

    /// <summary>Drops the starts of gaps that cost a person something.</summary>
    internal static void KeepQuiet(WeekAvailability free, int gapQuarters, Span<ulong> starts)
    {
        foreach (var day in FreeDay.Of(free))
        {
            for (var start = day.Start; start < day.End; start++)
            {
                if (StartBits.Contains(starts, start) && Of(day, new Slot(start, gapQuarters)) > 0)
                {
                    starts[start >> 6] &= ~(1UL << (start & 63));
                }
            }
        }
    }
}
